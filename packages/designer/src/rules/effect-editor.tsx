import type { Form, RuleEffect } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { FormulaEditor } from '../formula/formula-editor.tsx'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { PathSelect } from '../documents/path-select.tsx'
import { expressionScope, expressionType } from '../scope/expression-scope.ts'
import { useTexts } from '../texts/use-texts.ts'
import { newEffect } from './new-rule.ts'
import { useRuleFields } from './use-rule-fields.ts'

export interface EffectEditorProps {
  readonly form: Form
  readonly effect: RuleEffect
  readonly onChange: (effect: RuleEffect) => void
  /** Missing when it is the only one. */
  readonly onRemove?: () => void
}

const types = ['require', 'show', 'lock', 'set', 'refuse'] as const

function SetEditor({
  form,
  effect,
  onChange,
}: EffectEditorProps & { readonly effect: Extract<RuleEffect, { type: 'set' }> }) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const { own } = useRuleFields(form)
  const site = useMemo(() => ({ form: form.key }), [form.key])
  const scope = useMemo(() => expressionScope(index, site, locale), [index, site, locale])
  const field = form.fields.find(({ key }) => key === effect.field)
  return (
    <>
      <Select
        className="pwd-full"
        aria-label={t('rules.field')}
        value={effect.field}
        options={own}
        onChange={(key: string) => onChange({ ...effect, field: key, value: null })}
      />
      <FormulaEditor
        key={effect.field}
        label={t('rules.value')}
        scope={scope}
        site={site}
        value={effect.value}
        {...(field === undefined ? {} : { expected: expressionType(field) })}
        onCommit={(value) => onChange({ ...effect, value: value ?? null })}
      />
    </>
  )
}

function RefuseEditor(
  props: EffectEditorProps & { readonly effect: Extract<RuleEffect, { type: 'refuse' }> },
) {
  const { form, effect, onChange } = props
  const t = useTexts()
  const { own } = useRuleFields(form)
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
        options={own}
        onChange={(key: string | null | undefined) => onChange(key == null ? rest : { ...rest, field: key })}
      />
    </>
  )
}

/** What a rule does: one of five things, each with what it needs. */
export function EffectEditor(props: EffectEditorProps) {
  const { form, effect, onChange, onRemove } = props
  const t = useTexts()
  const read = useLocalized()
  const { all } = useRuleFields(form)
  return (
    <div className="pwd-card">
      <div className="pwd-card-head">
        <Select
          aria-label={t('rules.effect')}
          value={effect.type}
          options={types.map((value) => ({ value, label: t(`rules.${value}`) }))}
          onChange={(type) => onChange(newEffect(form, type))}
        />
        {onRemove !== undefined && (
          <button
            type="button"
            className="pwd-tool"
            aria-label={t('rules.removeEffect', { form: read(form.label) })}
            onClick={onRemove}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      {'fields' in effect && (
        <PathSelect
          label={t('rules.fields')}
          options={all}
          value={effect.fields}
          onChange={(fields) => fields.length > 0 && onChange({ ...effect, fields })}
        />
      )}
      {effect.type === 'set' && <SetEditor {...props} effect={effect} />}
      {effect.type === 'refuse' && <RefuseEditor {...props} effect={effect} />}
    </div>
  )
}
