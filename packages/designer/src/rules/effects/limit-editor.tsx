import { BOOLEAN } from '@pipewright/logic'
import type { RuleEffect } from '@pipewright/schemas'
import { Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { FormulaEditor } from '../../formula/formula-editor.tsx'
import { ruleScope } from '../../scope/rule-scope.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { EffectEditorProps } from '../effect-editor.tsx'
import { useRuleFields } from '../use-rule-fields.ts'

type LimitProps = EffectEditorProps<Extract<RuleEffect, { type: 'limit' }>>

/** The list of the options that stay; all of them while none is picked. */
function OptionPick({ form, effect, onChange }: Pick<LimitProps, 'form' | 'effect' | 'onChange'>) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const found = index.field(form.key, effect.field)
  const options = found === undefined ? [] : index.options(found.field)
  const pick = (keys: string[]) =>
    onChange({
      type: 'limit',
      field: effect.field,
      ...(keys.length > 0 ? { options: keys } : { where: true }),
    })
  return (
    <Select
      mode="multiple"
      className="pwd-full"
      aria-label={t('rules.options')}
      placeholder={t('rules.allOptions')}
      value={effect.options ?? []}
      options={options.map(({ key, label }) => ({ value: key, label: read(label) }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={pick}
    />
  )
}

/** The options that stay: a list of them, or those that meet a condition. */
export function LimitEditor(props: LimitProps) {
  const { form, rows, effect, onChange } = props
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const { choices } = useRuleFields(form, rows)
  const [mode, setMode] = useState<'list' | 'where'>(
    effect.where === undefined || effect.where === true ? 'list' : 'where',
  )
  const scope = useMemo(
    () => ruleScope(index, { form: form.key, rows, options: true }, locale),
    [index, form.key, rows, locale],
  )
  return (
    <>
      <Select
        className="pwd-full"
        aria-label={t('rules.field')}
        value={effect.field}
        options={[...choices]}
        onChange={(path: string) => onChange({ type: 'limit', field: path, where: true })}
      />
      <Segmented
        aria-label={t('rules.limitBy')}
        value={mode}
        options={(['list', 'where'] as const).map((value) => ({ value, label: t(`rules.limit_${value}`) }))}
        onChange={setMode}
      />
      {mode === 'list' ? (
        <OptionPick form={form} effect={effect} onChange={onChange} />
      ) : (
        <FormulaEditor
          label={t('rules.limit_where')}
          scope={scope}
          value={effect.where === true ? undefined : effect.where}
          expected={BOOLEAN}
          placeholder={t('rules.optionPlaceholder')}
          onCommit={(where) => onChange({ type: 'limit', field: effect.field, where: where ?? true })}
        />
      )}
    </>
  )
}
