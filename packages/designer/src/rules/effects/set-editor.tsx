import type { RuleEffect } from '@pipewright/schemas'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { ValueOrFormula } from '../../inspector/value-or-formula.tsx'
import { ruleScope } from '../../scope/rule-scope.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { EffectEditorProps } from '../effect-editor.tsx'
import { fieldsOfRule } from '../new-rule.ts'
import { useRuleFields } from '../use-rule-fields.ts'

/** The field or column that takes a value, and the value. */
export function SetEditor(props: EffectEditorProps<Extract<RuleEffect, { type: 'set' }>>) {
  const { form, rows, effect, onChange } = props
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const { own } = useRuleFields(form, rows)
  const scope = useMemo(
    () => ruleScope(index, { form: form.key, rows }, locale),
    [index, form.key, rows, locale],
  )
  const site = useMemo(() => ({ form: form.key }), [form.key])
  const field = fieldsOfRule(form, rows).find(({ path }) => path === effect.field)?.field
  return (
    <>
      <Select
        className="pwd-full"
        aria-label={t('rules.field')}
        value={effect.field}
        options={[...own]}
        onChange={(key: string) => onChange({ ...effect, field: key, value: null })}
      />
      {field !== undefined && (
        <ValueOrFormula
          key={effect.field}
          label={t('rules.value')}
          {...{ field, scope }}
          {...(rows === undefined ? { site } : {})}
          value={effect.value}
          onCommit={(value) => onChange({ ...effect, value })}
        />
      )}
    </>
  )
}
