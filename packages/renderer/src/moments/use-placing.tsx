import type { RecordAnswer, Values } from '@pipewright/contract'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useChanges, type Changes, type SaveRecord } from '../changes/use-changes.tsx'
import { useRenderer } from '../environment/use-renderer.ts'
import type { MomentFields } from './moment-fields.ts'
import { spanOf as storedSpan, valuesOfSpan, type RecordSpan } from './record-span.ts'
import { useDrafts } from './use-drafts.ts'
import { useMomentWords } from './use-moment-words.ts'

const PlaceDialog = lazy(async () => ({ default: (await import('./place-dialog.tsx')).PlaceDialog }))

/** So long further keys are waited for: what they come to together is saved as one step. */
const pauseMs = 700

export interface Placing {
  /** When a record is: as it was just moved, else as it is stored. */
  readonly spanOf: (record: RecordAnswer) => RecordSpan | null
  /** Puts a record elsewhere at once and saves it; false when it went back. */
  readonly place: (record: RecordAnswer, span: RecordSpan) => Promise<boolean>
  /** One of several steps by keys; saved when no more follow. */
  readonly nudge: (record: RecordAnswer, span: RecordSpan) => void
  /** Asks for the days in a dialog. */
  readonly ask: (record: RecordAnswer) => void
  /** What is asked and what is said aloud. */
  readonly extras: ReactNode
}

interface Step {
  readonly record: RecordAnswer
  readonly span: RecordSpan
}

/** Steps by keys that were not saved yet: the last one of each record, saved after a pause and when the page is left. */
function usePaused(carryOut: (step: Step) => void) {
  const waiting = useRef(new Map<string, { step: Step; timer: ReturnType<typeof setTimeout> }>())
  const latest = useRef(carryOut)
  useEffect(() => {
    latest.current = carryOut
  })
  useEffect(() => {
    const left = waiting.current
    return () => {
      for (const { step, timer } of left.values()) {
        clearTimeout(timer)
        latest.current(step)
      }
      left.clear()
    }
  }, [])
  return (step: Step) => {
    const { id } = step.record
    clearTimeout(waiting.current.get(id)?.timer)
    const timer = setTimeout(() => {
      waiting.current.delete(id)
      latest.current(step)
    }, pauseMs)
    waiting.current.set(id, { step, timer })
  }
}

/** Steps of one record are saved one after the other. */
function useInTurn() {
  const queue = useRef(new Map<string, Promise<boolean>>())
  return (id: string, work: () => Promise<boolean>): Promise<boolean> => {
    const done = (queue.current.get(id) ?? Promise.resolve(true)).then(work)
    queue.current.set(id, done)
    return done
  }
}

/** The dialog that asks for the days of a record. */
function usePlaceDialog(form: string, fields: MomentFields | undefined, attempt: Changes['attempt']) {
  const { zone } = useRenderer()
  const wordsOf = useMomentWords()
  const [asked, ask] = useState<RecordAnswer | null>(null)
  if (asked === null || fields === undefined) return { ask, dialog: null }
  const onPlace = (record: RecordAnswer, values: Values) => {
    const span = storedSpan({ ...record, values: { ...record.values, ...values } }, fields, zone)
    return attempt({ record, values, ...wordsOf(record, span) })
  }
  const dialog = (
    <Suspense fallback={null}>
      <PlaceDialog
        key={asked.id}
        form={form}
        record={asked}
        fields={[fields.start.key, ...(fields.end === undefined ? [] : [fields.end.key])]}
        onPlace={onPlace}
        onClose={() => ask(null)}
      />
    </Suspense>
  )
  return { ask, dialog }
}

/** Records are put on other days: by dragging, by keys and by a dialog, with what their rules ask for. */
export function usePlacing(form: string, fields: MomentFields | undefined, save: SaveRecord): Placing {
  const { zone } = useRenderer()
  const drafts = useDrafts()
  const { change, attempt, question } = useChanges(form, save)
  const { ask, dialog } = usePlaceDialog(form, fields, attempt)
  const wordsOf = useMomentWords()
  const inTurn = useInTurn()
  const [said, say] = useState('')
  const spanOf = useMemo(
    () => (record: RecordAnswer) =>
      fields === undefined ? null : (drafts.of(record) ?? storedSpan(record, fields, zone)),
    [drafts, fields, zone],
  )
  const settle = async ({ record, span }: Step) => {
    if (fields === undefined) return false
    const step = { record, values: valuesOfSpan(fields, span, zone), ...wordsOf(record, span) }
    const saved = await inTurn(record.id, () => change(step))
    drafts.settle(record, span, saved)
    return saved
  }
  const pause = usePaused((step) => void settle(step))
  const place = (record: RecordAnswer, span: RecordSpan) => {
    drafts.put(record, span)
    return settle({ record, span })
  }
  const nudge = (record: RecordAnswer, span: RecordSpan) => {
    drafts.put(record, span)
    say(`${record.title}: ${wordsOf(record, span).when}`)
    pause({ record, span })
  }
  const extras = (
    <>
      {question}
      <div role="status" className="pw-hidden-text">
        {said}
      </div>
      {dialog}
    </>
  )
  return { spanOf, place, nudge, ask, extras }
}
