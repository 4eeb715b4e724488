import { ProblemError, type RecordAnswer, type Values } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { finishStep } from '../../first-steps/kept-steps.ts'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { newChangeSet } from '../../undo/new-change-set.ts'

const newRequest = () => ({ key: crypto.randomUUID(), set: newChangeSet() })

interface Made {
  readonly record: RecordAnswer
  /** What takes it back. */
  readonly set: string
}

/** Makes one record however often the same form is sent. */
export function useCreateRecord(
  form: string,
  from?: { readonly form: string; readonly id: string },
): (values: Values) => Promise<Made> {
  const queries = useQueryClient()
  const workspace = useWorkspace().workspace.key
  const request = useRef(newRequest())
  return async (values) => {
    const { key, set } = request.current
    try {
      const record = await client.call('createRecord', {
        params: { workspace, form },
        body: { values, ...(from === undefined ? {} : { from }) },
        idempotencyKey: key,
        changeSet: { id: set },
      })
      request.current = newRequest()
      finishStep(workspace, 'record')
      void refreshRecords(queries)
      return { record, set }
    } catch (error) {
      // Refused input was not stored: the corrected form is a new request. Without an answer it stays the same one.
      if (error instanceof ProblemError) request.current = newRequest()
      throw error
    }
  }
}
