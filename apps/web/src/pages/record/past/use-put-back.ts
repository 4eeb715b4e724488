import { ProblemError, type JsonValue, type RecordAnswer } from '@pipewright/contract'
import type { Field, Form } from '@pipewright/schemas'
import { useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { client } from '../../../queries/client.ts'
import { refreshRecords } from '../../../queries/records.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { newChangeSet } from '../../../undo/new-change-set.ts'
import { useOfferUndo } from '../../../undo/use-offer-undo.tsx'

interface Place {
  readonly form: Form
  readonly record: RecordAnswer
}

/** Gives a field a value that it had, as any change does. */
export function usePutBack({ form, record }: Place) {
  const { workspace } = useWorkspace()
  const text = useText()
  const queries = useQueryClient()
  const offerUndo = useOfferUndo()
  const { message } = useSay()
  return async (field: Field, value: JsonValue) => {
    const set = newChangeSet()
    try {
      await client.call('updateRecord', {
        params: { workspace: workspace.key, form: form.key, id: record.id },
        body: { version: record.version, values: { [field.key]: value } },
        changeSet: { id: set, way: 'revert' },
      })
      offerUndo(text('saved'), set)
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : null
      const said = problem?.errors?.map((one) => one.message).join(' ') ?? problem?.title
      message.error(said ?? text('offline'))
    }
    await refreshRecords(queries)
  }
}
