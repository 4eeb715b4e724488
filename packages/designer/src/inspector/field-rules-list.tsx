import { describeCondition } from '@pipewright/logic'
import type { Field, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { requiringRule, rulesAbout } from '../rules/field-rules.ts'
import { expressionScope } from '../scope/expression-scope.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Rules that act on the field or ask for it; the one behind "required when" is shown there. */
export function FieldRulesList({ form, field }: { readonly form: Form; readonly field: Field }) {
  const t = useTexts()
  const read = useLocalized()
  const { locale, openArea } = useDesign()
  const index = useIndex()
  const scope = useMemo(() => expressionScope(index, { form: form.key }, locale), [index, form.key, locale])
  const own = requiringRule(form, field.key)
  const rules = rulesAbout(form, field.key).filter((rule) => rule !== own)
  if (rules.length === 0) return <p className="pwd-quiet">{t('rules.noneForField')}</p>
  return (
    <ul className="pwd-list">
      {rules.map((rule) => (
        <li key={rule.key}>
          <button type="button" className="pwd-rule-link" onClick={() => openArea('rules', rule.key)}>
            <span>
              <Icon name="branches" /> {read(rule.label)}
            </span>
            <span className="pwd-quiet">{describeCondition(rule.when, scope, locale)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
