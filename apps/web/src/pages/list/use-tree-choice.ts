import type { TreeQuery } from '@pipewright/contract'
import type { useTreeLevels } from '../../queries/tree-levels.ts'
import { useChoosing } from './bulk/use-choosing.ts'
import { useListSelection } from './bulk/use-list-selection.ts'

type Tree = Pick<ReturnType<typeof useTreeLevels>, 'levels' | 'circles'>

/** Whether every record that the tree reaches has been read: then there is nothing more to choose. */
const isAllHere = (levels: Tree['levels']): boolean =>
  [...levels.values()].every(
    (level) =>
      level?.hasMore === false &&
      level.rows.every(({ id }) => (level.children[id]?.count ?? 0) === 0 || levels.get(id) !== undefined),
  )

/** What is chosen in a tree: records of whatever level, or all that the list would show. */
export function useTreeChoice(form: string, { levels, circles }: Tree, query: TreeQuery) {
  const loaded = [...levels.values(), circles].flatMap((level) => level?.rows ?? [])
  return useChoosing(useListSelection(form, loaded, query, !isAllHere(levels)))
}
