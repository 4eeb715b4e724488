import { ProblemError, type RecordAnswer, type Values } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { finishStep } from '../../first-steps/kept-steps.ts'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

/** Makes one record however often the same form is sent. */
export function useCreateRecord(
  form: string,
  from?: { readonly form: string; readonly id: string },
): (values: Values) => Promise<RecordAnswer> {
  const queries = useQueryClient()
  const workspace = useWorkspace().workspace.key
  const idempotencyKey = useRef(crypto.randomUUID())
  return async (values) => {
    try {
      const record = await client.call('createRecord', {
        params: { workspace, form },
        body: { values, ...(from === undefined ? {} : { from }) },
        idempotencyKey: idempotencyKey.current,
      })
      idempotencyKey.current = crypto.randomUUID()
      finishStep(workspace, 'record')
      void refreshRecords(queries)
      return record
    } catch (error) {
      // Refused input was not stored: the corrected form is a new request. Without an answer it stays the same one.
      if (error instanceof ProblemError) idempotencyKey.current = crypto.randomUUID()
      throw error
    }
  }
}
