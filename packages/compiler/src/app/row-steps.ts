import { dependencies } from '@pipewright/logic'
import { expressionOf } from '@pipewright/metadata'
import type { CompiledItems, RowStep } from './compiled-form.ts'

const nameOf = ({ path }: CompiledItems, key: string): string => `${path}.${key}`

/** The names of what a formula reads that may be calculated too: of its own rows, of those inside or around them. */
function needsOf({ place, formula }: RowStep, around: CompiledItems): string[] {
  return dependencies(expressionOf(formula)).flatMap(([head = '', ...rest]) => {
    const path = head === '$parent' ? rest : [head, ...rest]
    const from = head === '$parent' ? around : place
    const inner = from.inner.find(({ field }) => field.key === path[0])
    return inner === undefined ? [nameOf(from, path[0] ?? '')] : [nameOf(inner, path[1] ?? '')]
  })
}

/** Formulas of a row and of the rows inside it so that each comes after those it is made of. */
export function rowSteps(items: CompiledItems): readonly RowStep[] {
  const all = [items, ...items.inner].flatMap((place) =>
    place.formulas.map((formula): [string, RowStep] => [nameOf(place, formula.key), { place, formula }]),
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
