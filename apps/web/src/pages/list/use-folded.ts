import { keptValue } from '../../places/kept-value.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

const areColumns = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((column) => typeof column === 'string')

const kept = keptValue<readonly string[]>('pipewright.folded.', [], areColumns)

/** Columns of a board, or its lanes under a name of their own, that this member has folded. */
export function useFolded(view: string): [ReadonlySet<string>, (column: string, folded: boolean) => void] {
  const key = `${useWorkspace().member.id}.${view}`
  const folded = new Set(kept.use(key))
  return [
    folded,
    (column, next) => {
      const others = kept.read(key).filter((one) => one !== column)
      kept.write(key, next ? [...others, column] : others)
    },
  ]
}
