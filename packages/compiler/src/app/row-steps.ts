import type { RollupField } from '@pipewright/schemas'
import { dependencies } from '@pipewright/logic'
import { expressionOf } from '@pipewright/metadata'
import type { CompiledItems, RowStep } from './compiled-form.ts'
import { rowPathsOf } from './findings.ts'

const nameOf = ({ path }: CompiledItems, key: string): string => `${path}.${key}`

/** The rows inside a row that a rollup of it sums up. */
export const summedRows = (items: CompiledItems, rollup: RollupField): CompiledItems | undefined =>
  items.inner.find(({ path }) => path === rollup.lineItems)

/** The names of what a step reads that may be calculated too: of its own rows, of those inside or around them. */
function needsOf({ place, field }: RowStep, around: CompiledItems): string[] {
  if (field.type === 'rollup') {
    const rows = summedRows(place, field)
    return rows === undefined ? [] : rowPathsOf(field).map(([key = '']) => nameOf(rows, key))
  }
  return dependencies(expressionOf(field)).flatMap(([head = '', ...rest]) => {
    const path = head === '$parent' ? rest : [head, ...rest]
    const from = head === '$parent' ? around : place
    const inner = from.inner.find((rows) => rows.field.key === path[0])
    return inner === undefined ? [nameOf(from, path[0] ?? '')] : [nameOf(inner, path[1] ?? '')]
  })
}

/** What is calculated of a row and of the rows inside it so that each comes after those it is made of. */
export function rowSteps(items: CompiledItems): readonly RowStep[] {
  const all = [items, ...items.inner].flatMap((place) =>
    [...place.formulas, ...place.rollups].map((field): [string, RowStep] => [
      nameOf(place, field.key),
      { place, field },
    ]),
  )
  if (items.inner.length === 0) return all.map(([, step]) => step)
  const open = new Map(all)
  const ordered: RowStep[] = []
  const visit = (name: string): void => {
    const step = open.get(name)
    if (step === undefined) return
    open.delete(name)
    for (const need of needsOf(step, items)) visit(need)
    ordered.push(step)
  }
  for (const [name] of all) visit(name)
  return ordered
}
