import type { RecordAnswer, Values } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { newChangeSet } from '../../undo/new-change-set.ts'
import { useOfferUndo } from '../../undo/use-offer-undo.tsx'

/** Saves where a record was moved to, offers to take that back, and waits for whatever shows records to follow. */
export function useSaveRecord(
  form: string,
): (record: RecordAnswer, values: Values, done: string) => Promise<void> {
  const queries = useQueryClient()
  const workspace = useWorkspace().workspace.key
  const offerUndo = useOfferUndo()
  // A step that follows at once builds on the one before, which the list may not show yet.
  const written = useRef(new Map<string, number>())
  return async ({ id, version }, { owner, ...values }, done) => {
    const set = newChangeSet()
    const hands = typeof owner === 'string' ? { owner } : {}
    const saved = await client.call('updateRecord', {
      params: { workspace, form, id },
      body: { version: Math.max(version, written.current.get(id) ?? 0), values, ...hands },
      changeSet: { id: set, way: 'move' },
    })
    written.current.set(id, saved.version)
    offerUndo(done, set)
    await refreshRecords(queries)
  }
}
