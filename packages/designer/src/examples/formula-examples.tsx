import { figuresOf, judgeValue, runExample, type Expression, type LabelledScope } from '@pipewright/logic'
import type { FormulaExample, FormulaField } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useTyped } from '../draft/use-typed.ts'
import type { FieldChanges, SheetSite } from '../inspector/sheets/sheet.ts'
import { expressionType } from '../scope/expression-scope.ts'
import { useTexts } from '../texts/use-texts.ts'
import { heldField } from './example-columns.ts'
import { ExampleFoot, mostExamples } from './example-foot.tsx'
import { exampleValue } from './example-value.ts'
import { ExampleTable } from './example-table.tsx'
import { FormulaOutcome } from './formula-outcome.tsx'
import { calculationFor, useExampleScene } from './use-example-scene.ts'

export interface FormulaExamplesProps {
  readonly field: FormulaField
  readonly site: SheetSite
  readonly scope: LabelledScope
  /** The formula as it is typed; undefined while something is wrong with it. */
  readonly live: Expression | undefined
  readonly change: (changes: FieldChanges<FormulaField>) => void
}

const none: readonly FormulaExample[] = []

/** Tries every row with the formula as it is typed. */
function useTries(
  { field, site, scope, live }: Omit<FormulaExamplesProps, 'change'>,
  rows: readonly FormulaExample[],
) {
  const expression = live ?? field.expression
  const expressions = useMemo(() => [expression], [expression])
  const around = useExampleScene(site, scope, expressions, rows)
  const { scene, explain } = around
  const type = expressionType(field)
  const run = (row: FormulaExample) => runExample(calculationFor(field, expression), row, scene)
  const tries = rows.map((row) => {
    if (live === undefined) return null
    const outcome = run(row)
    const fault = judgeValue(outcome, row, type)
    return { outcome, reasons: fault === undefined ? [] : [explain(fault, type)] }
  })
  return { ...around, run, tries, expression }
}

/** The rows of a formula, tried as it is typed. */
export function FormulaExamples({ field, site, scope, live, change }: FormulaExamplesProps) {
  const t = useTexts()
  const typed = useTyped<readonly FormulaExample[]>(field.examples ?? none, (rows) =>
    change({ examples: rows.length === 0 ? undefined : [...rows] }),
  )
  const rows = typed.value
  const { run, tries, expression, sample, columns, hasDay, hasMoment, index, taken } = useTries(
    { field, site, scope, live },
    rows,
  )
  const looksElsewhere = figuresOf(expression).length > 0
  if (looksElsewhere && rows.length === 0) return <p className="pwd-quiet">{t('examples.elsewhere')}</p>
  const take = (): FormulaExample => {
    const row = taken()
    const outcome = run(row)
    return outcome.kind === 'value' ? { ...row, expected: exampleValue(outcome.value) } : row
  }
  return (
    <section className="pwd-examples-kept" aria-label={t('examples.title')}>
      <h4>{t('examples.title')}</h4>
      <p className="pwd-property-help">{t('examples.help')}</p>
      {rows.length > 0 && (
        <ExampleTable
          label={t('examples.title')}
          rows={rows}
          columns={columns}
          hasDay={hasDay}
          hasMoment={hasMoment}
          titles={sample.titles}
          states={tries}
          outcome={t('examples.expected')}
          onChange={typed.type}
          drawOutcome={(row, position, id) => (
            <FormulaOutcome
              id={id}
              row={row}
              number={position + 1}
              field={heldField(index, field)}
              titles={sample.titles}
              mayFail={row.fails === true || (tries[position]?.outcome.kind ?? 'value') !== 'value'}
              onRow={(next) => typed.type(rows.map((one, at) => (at === position ? next : one)))}
            />
          )}
        />
      )}
      <ExampleFoot
        form={site.form}
        sample={sample}
        isFull={rows.length >= mostExamples}
        onAdd={() => typed.type([...rows, { inputs: {} }])}
        onTake={() => typed.type([...rows, take()])}
      />
    </section>
  )
}
