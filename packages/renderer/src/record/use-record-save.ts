import type { RecordAnswer, Values } from '@pipewright/contract'
import { useState } from 'react'
import { problemOf } from '../environment/problem-of.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import type { RecordPageProps } from './record-page-props.ts'

/** Somebody saved first: what was typed, and the record as it stands now. */
export interface Conflict {
  readonly base: Values
  readonly mine: Values
  readonly theirs: RecordAnswer
}

export interface RecordSave {
  readonly conflict: Conflict | null
  /** True when it was saved, false when somebody has to decide first; rejects with everything else. */
  readonly save: (values: Values) => Promise<boolean>
  readonly merge: (values: Values, version: number) => Promise<void>
  readonly keepEditing: () => void
}

/** Saves changed fields and turns "somebody else saved meanwhile" into a choice instead of an error. */
export function useRecordSave({
  form,
  record,
  onSave,
}: Pick<RecordPageProps, 'form' | 'record' | 'onSave'>): RecordSave {
  const { data } = useRenderer()
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const attempt = async (values: Values, version: number, base: Values) => {
    try {
      await onSave(values, version)
      return true
    } catch (error) {
      if (problemOf(error)?.code !== 'stale-version') throw error
      setConflict({ base, mine: values, theirs: await data.getRecord(form, record.id) })
      return false
    }
  }
  return {
    conflict,
    save: (values) => attempt(values, record.version, record.values),
    merge: async (values, version) => {
      const theirs = conflict?.theirs
      setConflict(null)
      await attempt(values, version, theirs?.values ?? record.values)
    },
    keepEditing: () => setConflict(null),
  }
}
