import type { JsonValue, Problem, RecordAnswer, Values } from '@pipewright/contract'
import { useCallback, useRef, useState } from 'react'
import { sameValue } from '../environment/same-value.ts'
import { problemOf } from '../environment/problem-of.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import type { DraftBase } from '../form/kept-draft.ts'
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
  /** What is typed and not saved; answers what each field of it held when it was first typed. */
  readonly typed: (values: Values) => DraftBase | null
  /** What words from before were typed on. */
  readonly resume: (base: DraftBase) => void
  /** Saves what was decided; true when it was saved. The conflict stays until then. */
  readonly merge: (values: Values, version: number) => Promise<boolean>
  readonly merging: Merging
  readonly keepEditing: () => void
}

/** Each typed field lies on what the record held when it was first typed. */
function typedOn(from: DraftBase | null, typed: Values, record: RecordAnswer): DraftBase | null {
  const keys = Object.keys(typed)
  if (keys.length === 0) return null
  const known = { ...record.values, ...from?.values }
  return {
    version: from?.version ?? record.version,
    values: Object.fromEntries(keys.map((key) => [key, known[key] ?? null])),
  }
}

/** What other fields than those that were saved lie on. */
function besides(from: DraftBase | null, saved: Values): DraftBase | null {
  const left = Object.entries(from?.values ?? {}).filter(([key]) => !Object.hasOwn(saved, key))
  return from === null || left.length === 0 ? null : { ...from, values: Object.fromEntries(left) }
}

/** A record that others changed meanwhile is the base again, unless they changed the very fields that are saved. */
function baseOf(from: DraftBase | null, values: Values, record: RecordAnswer): DraftBase {
  const isTouched = ([key, value]: [string, JsonValue]) =>
    Object.hasOwn(values, key) && !sameValue(value, record.values[key])
  if (from === null || !Object.entries(from.values).some(isTouched)) return record
  return { version: from.version, values: { ...record.values, ...from.values } }
}

/** Saves changed fields and turns "somebody else saved meanwhile" into a choice instead of an error. */
export function useRecordSave({
  form,
  record,
  onSave,
}: Pick<RecordPageProps, 'form' | 'record' | 'onSave'>): RecordSave {
  const { data } = useRenderer()
  const base = useRef<DraftBase | null>(null)
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
  const resume = useCallback((from: DraftBase) => {
    base.current ??= from
  }, [])
  return {
    conflict,
    resume,
    typed: (values) => (base.current = typedOn(base.current, values, record)),
    save: async (values) => {
      const from = baseOf(base.current, values, record)
      const isSaved = await attempt(values, from.version, from.values)
      if (isSaved) base.current = besides(base.current, values)
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
