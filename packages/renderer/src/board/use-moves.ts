import type { Board, RecordAnswer, Values } from '@pipewright/contract'
import { App } from 'antd'
import { useMemo, useState } from 'react'
import { problemOf } from '../environment/problem-of.ts'
import { useTexts } from '../texts/use-texts.ts'
import { holdMove, type HeldMove } from './held-move.ts'
import type { RecordBoardProps } from './record-board-props.ts'

interface Move {
  readonly record: RecordAnswer
  readonly to: string | null
}

/** A move that is being saved, and what it does to the board. */
interface PendingMove extends Move {
  readonly shift: (board: Board) => Board
}

export interface Moves {
  /** The board with the moves that are under way. */
  readonly board: Board | undefined
  readonly held: HeldMove | null
  readonly move: (record: RecordAnswer, to: string | null) => Promise<void>
  /** Tries a held move again, with the fields filled. */
  readonly retry: (values: Values) => Promise<void>
  readonly drop: () => void
}

/** Moves cards at once, saves behind, and takes a move back that was refused. */
export function useMoves(
  { board, field, onMove }: RecordBoardProps,
  stageName: (value: string | null) => string,
): Moves {
  const { message } = App.useApp()
  const t = useTexts()
  const [pending, setPending] = useState<readonly PendingMove[]>([])
  const [held, setHeld] = useState<HeldMove | null>(null)
  const shown = useMemo(
    () => (board === undefined ? undefined : pending.reduce((state, { shift }) => shift(state), board)),
    [board, pending],
  )
  const save = async (step: Move, values: Values) => {
    // Exact sums bring their arithmetic with the first card that is moved.
    const { moveCard } = await import('./board-columns.ts')
    const pendingStep = { ...step, shift: (state: Board) => moveCard(state, field, step.record, step.to) }
    setPending((before) => [...before, pendingStep])
    try {
      await onMove(step.record, { ...values, [field]: step.to })
      void message.success(t('board.moved', { title: step.record.title, stage: stageName(step.to) }))
    } finally {
      setPending((before) => before.filter((other) => other !== pendingStep))
    }
  }
  const move = async (record: RecordAnswer, to: string | null) => {
    if ((record.values[field] ?? null) === to) return
    try {
      await save({ record, to }, {})
    } catch (error) {
      const problem = problemOf(error)
      const problems = problem?.errors ?? []
      const waiting = holdMove(record, to, problems, field)
      if (waiting !== null) setHeld(waiting)
      else {
        const reason = problems[0]?.message ?? problem?.title ?? t('board.lost')
        void message.error(t('board.moveFailed', { title: record.title, reason }))
      }
    }
  }
  const retry = async (values: Values) => {
    if (held === null) return
    // A refusal is shown by the form that asks.
    await save({ record: held.record, to: held.to }, values)
    setHeld(null)
  }
  return { board: shown, held, move, retry, drop: () => setHeld(null) }
}
