import { makeKey } from '@pipewright/metadata'
import type { Expression, Field, Form } from '@pipewright/schemas'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { Property } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { requiringRule } from '../rules/field-rules.ts'
import { useTexts } from '../texts/use-texts.ts'
import { withFieldChanges } from './with-field-changes.ts'

type Mode = 'never' | 'always' | 'when'

export interface RequiredPropertyProps {
  readonly form: Form
  readonly field: Field
}

/** The rule that makes a field required while a condition holds: the one it has, or a new one. */
export function ruleToRequire(form: Form, field: Field, when: Expression) {
  const known = requiringRule(form, field.key)
  const taken = new Set((form.rules ?? []).map(({ key }) => key))
  const name = {
    en: field.label.en ?? field.label.zh ?? field.key,
    zh: field.label.zh ?? field.label.en ?? field.key,
  }
  return {
    ...(known ?? {
      key: makeKey(`require_${field.key}`, taken),
      label: { en: `${name.en} is required`, zh: `${name.zh}必填` },
      effects: [{ type: 'require' as const, fields: [field.key] }],
    }),
    when,
  }
}

/** Whether a field must be filled: never, always, or while a condition holds. */
export function RequiredProperty({ form, field }: RequiredPropertyProps) {
  const t = useTexts()
  const { edit } = useDesign()
  const rule = requiringRule(form, field.key)
  const [asking, setAsking] = useState(false)
  const isAlways = 'required' in field && field.required === true
  const mode: Mode = isAlways ? 'always' : rule !== undefined || asking ? 'when' : 'never'
  const choose = (next: Mode) => {
    setAsking(next === 'when')
    const required = next === 'always'
    const changed = withFieldChanges<Field>(field, { required: required ? true : undefined })
    const edits = [
      ...(required === isAlways ? [] : [{ type: 'setField' as const, form: form.key, field: changed }]),
      ...(next === 'when' || rule === undefined
        ? []
        : [{ type: 'removeRule' as const, form: form.key, rule: rule.key }]),
    ]
    if (edits.length > 0) edit(...edits)
  }
  return (
    <Property label={t('inspector.required')} group>
      {() => (
        <>
          <Segmented
            block
            aria-label={t('inspector.required')}
            value={mode}
            options={(['never', 'always', 'when'] as const).map((value) => ({
              value,
              label: t(`inspector.required_${value}`),
            }))}
            onChange={choose}
          />
          {mode === 'when' && (
            <ConditionEditor
              form={form.key}
              label={t('inspector.requiredWhen')}
              value={rule?.when ?? null}
              onCommit={(when) => {
                if (when !== null)
                  edit({ type: 'putRule', form: form.key, rule: ruleToRequire(form, field, when) })
                else if (rule !== undefined) {
                  setAsking(true)
                  edit({ type: 'removeRule', form: form.key, rule: rule.key })
                }
              }}
            />
          )}
        </>
      )}
    </Property>
  )
}
