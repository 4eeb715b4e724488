import { BOOLEAN, describeCondition } from '@pipewright/logic'
import type { Expression, Form, Rule } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { FormulaEditor } from '../formula/formula-editor.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { ruleScope } from '../scope/rule-scope.ts'
import { useTexts } from '../texts/use-texts.ts'
import { AudienceEditor } from './audience-editor.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { joinCondition, splitCondition } from './rule-audience.ts'

export interface RuleConditionProps {
  readonly form: Form
  readonly rule: Rule
  readonly onChange: (when: Expression) => void
}

/** When a rule applies: what it asks of the fields, and for whom, on what and for which records. */
export function RuleCondition({ form, rule, onChange }: RuleConditionProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const { rows, when } = rule
  const scope = useMemo(
    () => ruleScope(index, { form: form.key, rows }, locale),
    [index, form.key, rows, locale],
  )
  const { audience, rest } = splitCondition(when)
  const changeRest = (next: Expression | null) => onChange(joinCondition(audience, next))
  return (
    <PropertyGroup title={t('rules.when')}>
      <div className="pwd-sentence">
        {when === null ? t('rules.noCondition') : describeCondition(when, scope, locale)}
      </div>
      {rows === undefined ? (
        <ConditionEditor
          form={form.key}
          label={t('rules.when')}
          value={rest}
          scope={scope}
          whole={null}
          onCommit={changeRest}
        />
      ) : (
        <FormulaEditor
          of={`${form.key}/rules/${rule.key}`}
          label={t('rules.when')}
          scope={scope}
          value={rest ?? undefined}
          expected={BOOLEAN}
          placeholder={t('rules.rowPlaceholder')}
          onCommit={(expression) => changeRest(expression ?? null)}
        />
      )}
      <AudienceEditor value={audience} onChange={(next) => onChange(joinCondition(next, rest))} />
    </PropertyGroup>
  )
}
