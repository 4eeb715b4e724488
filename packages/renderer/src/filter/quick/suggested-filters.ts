import type { DefinitionIndex } from '@pipewright/metadata'
import type { QuickFilter } from '@pipewright/schemas'
import { quickKind } from './quick-values.ts'

const most = 5
const order = ['list', 'days', 'yesNo']

/** What is offered above a list of which nobody said it: the choices among its columns, whose records they are, days. */
export function suggestedFilters(
  index: DefinitionIndex,
  form: string,
  columns: readonly string[],
): readonly QuickFilter[] {
  const stage = index.form(form)?.stageField
  const paths = [...new Set([...(stage === undefined ? [] : [stage]), ...columns, 'owner'])]
  return paths
    .flatMap((path) => {
      const found = index.field(form, path)
      const kind = found === undefined || found.list ? undefined : quickKind(index.shown(found.field))
      return kind === undefined || kind === 'records' ? [] : [{ field: path, kind }]
    })
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    .slice(0, most)
    .map(({ field }) => ({ field }))
}
