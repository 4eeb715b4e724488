import type { Values } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { finishStep } from '../../../first-steps/kept-steps.ts'
import { client } from '../../../queries/client.ts'
import { oneRecordKey } from '../../../queries/records.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { newChangeSet } from '../../../undo/new-change-set.ts'
import { useOfferUndo } from '../../../undo/use-offer-undo.tsx'
import { SavesUnderWay } from './saves-under-way.ts'
import { useTellNotSaved } from './use-tell-not-saved.tsx'

const saves = new SavesUnderWay()

export interface RecordSaving {
  readonly save: (values: Values, version: number) => Promise<void>
  /** A save is under way, begun by this page or by one that was left. */
  readonly saving: boolean
}

/** Saves changed fields of a record; what else shows records is asked for again, the record itself just came. */
export function useSaveRecord(form: string, id: string): RecordSaving {
  const app = useWorkspace()
  const queries = useQueryClient()
  const text = useText()
  const offerUndo = useOfferUndo()
  const tellNotSaved = useTellNotSaved(form, id)
  const workspace = app.workspace.key
  const place = `${workspace}/${form}/${id}`
  const saving = useSyncExternalStore(saves.subscribe, () => saves.isUnderWay(place))
  const stage = app.definition.forms.find(({ key }) => key === form)?.stageField
  const save = async (values: Values, from: number) => {
    const own = oneRecordKey(workspace, form, id)
    const set = newChangeSet()
    const answer = await saves
      .run(place, from, (version) =>
        client.call('updateRecord', {
          params: { workspace, form, id },
          body: { version, values },
          changeSet: { id: set },
        }),
      )
      .catch((error: unknown) => {
        tellNotSaved()
        throw error
      })
    if (stage !== undefined && stage in values) finishStep(workspace, 'move')
    offerUndo(text('saved'), set)
    queries.setQueryData(own, answer)
    void queries.invalidateQueries({
      queryKey: ['records'],
      predicate: ({ queryKey }) => !own.every((part, at) => queryKey[at] === part),
    })
  }
  return { save, saving }
}
