import type { Problem, RecordAnswer, Values } from '@pipewright/contract'
import { useRef, useState } from 'react'
import { sameValue } from '../environment/same-value.ts'
import { problemOf } from '../environment/problem-of.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import type { RecordPageProps } from './record-page-props.ts'

/** Somebody saved first: what was typed, and the record as it stands now. */
export interface Conflict {
  readonly base: Values
  readonly mine: Values
  readonly theirs: RecordAnswer
}

/** How saving what was decided goes. */
export interface Merging {
  readonly busy: boolean
  /** What it met; null when the server was not reached. */
  readonly failed?: Problem | null
}

export interface RecordSave {
  readonly conflict: Conflict | null
  /** True when it was saved, false when somebody has to decide first; rejects with everything else. */
  readonly save: (values: Values) => Promise<boolean>
  /** What is typed and not saved: from the first of it on, its base is the record as it stood then. */
  readonly typed: (values: Values) => void
  /** Saves what was decided; true when it was saved. The conflict stays until then. */
  readonly merge: (values: Values, version: number) => Promise<boolean>
  readonly merging: Merging
  readonly keepEditing: () => void
}

/** Saves changed fields and turns "somebody else saved meanwhile" into a choice instead of an error. */
export function useRecordSave({
  form,
  record,
  onSave,
}: Pick<RecordPageProps, 'form' | 'record' | 'onSave'>): RecordSave {
  const { data } = useRenderer()
  const base = useRef<RecordAnswer | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [merging, setMerging] = useState<Merging>({ busy: false })
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
  /** A record that others changed meanwhile is the base again, unless they changed the very fields that are saved. */
  const baseOf = (values: Values): RecordAnswer => {
    const from = base.current
    const isTouched = (key: string) => !sameValue(from?.values[key], record.values[key])
    return from !== null && Object.keys(values).some(isTouched) ? from : record
  }
  return {
    conflict,
    typed: (values) => {
      if (Object.keys(values).length === 0) base.current = null
      else base.current ??= record
    },
    save: async (values) => {
      const from = baseOf(values)
      const isSaved = await attempt(values, from.version, from.values)
      if (isSaved) base.current = null
      return isSaved
    },
    merging,
    merge: async (values, version) => {
      setMerging({ busy: true })
      try {
        const isSaved = await attempt(values, version, conflict?.theirs.values ?? record.values)
        if (isSaved) {
          setConflict(null)
          base.current = null
        }
        setMerging({ busy: false })
        return isSaved
      } catch (error) {
        setMerging({ busy: false, failed: problemOf(error) })
        return false
      }
    },
    keepEditing: () => {
      setConflict(null)
      setMerging({ busy: false })
    },
  }
}
