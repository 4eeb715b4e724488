import { judgeCondition } from '@pipewright/logic'
import type { Form, Rule, RuleExample } from '@pipewright/schemas'
import { useTyped } from '../draft/use-typed.ts'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ExampleFoot, mostExamples } from './example-foot.tsx'
import { ExampleTable } from './example-table.tsx'
import { RuleOutcome } from './rule-outcome.tsx'
import { useRuleScene, useSets } from './use-rule-scene.ts'

const none: readonly RuleExample[] = []

/** The rows of a rule: when it applies, and what it then sets. */
export function RuleExamples(props: {
  readonly form: Form
  readonly rule: Rule
  readonly onChange: (examples: RuleExample[] | undefined) => void
}) {
  const { form, rule, onChange } = props
  const t = useTexts()
  const typed = useTyped<readonly RuleExample[]>(rule.examples ?? none, (rows) =>
    onChange(rows.length === 0 ? undefined : [...rows]),
  )
  const rows = typed.value
  const sets = useSets(form, rule)
  const { sample, columns, hasDay, hasMoment, taken, states, holds } = useRuleScene(form, rule, sets, rows)
  const take = (): RuleExample => {
    const row = taken()
    return { ...row, applies: judgeCondition(holds(row), true) === undefined }
  }
  return (
    <PropertyGroup title={t('examples.title')}>
      <p className="pwd-property-help">{t('examples.helpRule')}</p>
      {rows.length > 0 && (
        <ExampleTable
          label={t('examples.title')}
          rows={rows}
          columns={columns}
          hasDay={hasDay}
          hasMoment={hasMoment}
          titles={sample.titles}
          states={states}
          outcome={t('examples.expected')}
          onChange={typed.type}
          drawOutcome={(row, position, id) => (
            <RuleOutcome
              id={id}
              row={row}
              number={position + 1}
              sets={sets}
              titles={sample.titles}
              onRow={(next) => typed.type(rows.map((one, at) => (at === position ? next : one)))}
            />
          )}
        />
      )}
      <ExampleFoot
        form={form.key}
        sample={sample}
        isFull={rows.length >= mostExamples}
        onAdd={() => typed.type([...rows, { inputs: {}, applies: true }])}
        onTake={() => typed.type([...rows, take()])}
      />
    </PropertyGroup>
  )
}
