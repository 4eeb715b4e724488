import type { RecordAnswer, Values } from '@pipewright/contract'
import { useSay } from '@pipewright/ui'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { problemOf } from '../environment/problem-of.ts'
import { useTexts } from '../texts/use-texts.ts'
import { holdChange, type HeldChange, type RecordStep } from './held-change.ts'

const MissingFields = lazy(async () => ({ default: (await import('./missing-fields.tsx')).MissingFields }))

/** Saves new values of a record and says `done` when they are; rejects with a ProblemError that names what stands in the way. */
export type SaveRecord = (record: RecordAnswer, values: Values, done: string) => Promise<void>

export interface AskedStep extends RecordStep {
  /** What is said when it is saved. */
  readonly done: string
}

export interface Changes {
  /** Saves a step and tells whether it was saved; one that waits counts as not saved until it is tried again. */
  readonly change: (step: AskedStep) => Promise<boolean>
  /** The same for a form that shows by itself why it cannot be: rejects then. */
  readonly attempt: (step: AskedStep) => Promise<void>
  readonly question: ReactNode
}

/**
 * Steps of records that are dragged: each is saved, what it asks for is asked in place, and what cannot be is said.
 */
export function useChanges(form: string, save: SaveRecord): Changes {
  const { message } = useSay()
  const t = useTexts()
  const [held, setHeld] = useState<(HeldChange & AskedStep) | null>(null)
  const carryOut = (step: AskedStep, further: Values) =>
    save(step.record, { ...further, ...step.values }, step.done)
  /** Lets a step wait that something can be done about. */
  const hold = (step: AskedStep, error: unknown): boolean => {
    const waiting = holdChange(step, problemOf(error)?.errors ?? [])
    if (waiting !== null) setHeld({ ...waiting, done: step.done })
    return waiting !== null
  }
  const change = async (step: AskedStep) => {
    try {
      await carryOut(step, {})
      return true
    } catch (error) {
      const problem = problemOf(error)
      const reason = problem?.errors?.[0]?.message ?? problem?.title ?? t('board.lost')
      if (!hold(step, error)) message.error(t('board.moveFailed', { title: step.record.title, reason }))
      return false
    }
  }
  const attempt = async (step: AskedStep) => {
    try {
      await carryOut(step, {})
    } catch (error) {
      if (!hold(step, error)) throw error
    }
  }
  const retry = async (values: Values) => {
    if (held === null) return
    // A refusal is shown by the form that asks.
    await carryOut(held, values)
    setHeld(null)
  }
  const question = held !== null && (
    <Suspense fallback={null}>
      <MissingFields form={form} held={held} onFilled={retry} onCancel={() => setHeld(null)} />
    </Suspense>
  )
  return { change, attempt, question }
}
