import type { Board, RecordAnswer, Values } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { useMemo, useState, type ReactNode } from 'react'
import { useChanges } from '../changes/use-changes.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { columnOfRecord, valueOfColumn } from './board-value.ts'
import type { RecordBoardProps } from './record-board-props.ts'

/** A move that is being saved, and what it does to the board. */
interface PendingMove {
  readonly shift: (board: Board) => Board
}

export interface Moves {
  /** The board with the moves that are under way. */
  readonly board: Board | undefined
  /** What a move waits for. */
  readonly question: ReactNode
  readonly move: (record: RecordAnswer, to: string | null) => Promise<void>
}

/** Moves cards at once, saves behind, and takes a move back that was refused. */
export function useMoves(
  { form, board, onMove }: RecordBoardProps,
  field: Field,
  stageName: (value: string | null) => string,
): Moves {
  const t = useTexts()
  const [pending, setPending] = useState<readonly PendingMove[]>([])
  const shown = useMemo(
    () => (board === undefined ? undefined : pending.reduce((state, { shift }) => shift(state), board)),
    [board, pending],
  )
  const save = async (record: RecordAnswer, values: Values) => {
    const value = values[field.key] ?? null
    const to = { column: value === null ? null : String(value as string | boolean), value }
    // Exact sums bring their arithmetic with the first card that is moved.
    const { moveCard } = await import('./board-columns.ts')
    const step = { shift: (state: Board) => moveCard(state, field.key, record, to) }
    setPending((before) => [...before, step])
    try {
      await onMove(record, values)
    } finally {
      setPending((before) => before.filter((other) => other !== step))
    }
  }
  const { change, question } = useChanges(form, save)
  const move = async (record: RecordAnswer, to: string | null) => {
    if (columnOfRecord(record, field.key) === to) return
    const names = { title: record.title, stage: stageName(to) }
    await change({
      record,
      values: { [field.key]: valueOfColumn(field, to) },
      heading: t('board.fillFirst', names),
      done: t('board.moved', names),
    })
  }
  return { board: shown, question, move }
}
