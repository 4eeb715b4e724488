import type { RuleEffect } from '@pipewright/schemas'
import { Select } from 'antd'
import { LocalizedInput } from '../../parts/localized-input.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { EffectEditorProps } from '../effect-editor.tsx'
import { useRuleFields } from '../use-rule-fields.ts'

/** What is said, and beside which field. */
export function MessageEditor(props: EffectEditorProps<Extract<RuleEffect, { type: 'warn' | 'refuse' }>>) {
  const { form, rows, effect, onChange } = props
  const t = useTexts()
  const { own } = useRuleFields(form, rows)
  const { field: _, ...rest } = effect
  return (
    <>
      <LocalizedInput
        label={t('rules.message')}
        value={effect.message}
        onCommit={(message) => onChange({ ...effect, message })}
      />
      <Select
        allowClear
        className="pwd-full"
        aria-label={t('rules.beside')}
        placeholder={t('rules.beside')}
        value={effect.field ?? null}
        options={[...own]}
        onChange={(key: string | null | undefined) => onChange(key == null ? rest : { ...rest, field: key })}
      />
    </>
  )
}
