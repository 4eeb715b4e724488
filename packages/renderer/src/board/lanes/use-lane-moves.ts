import type { Board, RecordAnswer } from '@pipewright/contract'
import { localize, otherMark } from '@pipewright/metadata'
import { useSay } from '@pipewright/ui'
import { useCallback, useMemo, useRef } from 'react'
import { useLatest } from '../../environment/use-latest.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { changesOf, type MoveTarget, type Place } from '../place.ts'
import { useMoves } from '../use-moves.ts'
import type { LaneBoardProps } from './lane-board-props.ts'
import type { LaneMove } from './lane-move.ts'

/** How the places in one direction are called, and whether somebody may move cards in it. */
export interface LaneDirection {
  readonly target: MoveTarget
  readonly knownName: (value: string | null) => string | undefined
  readonly movable: boolean
}

const nowhere: Board = { columns: [], left: 0 }

/** Moves of cards across columns and lanes. */
export function useLaneMoves(props: LaneBoardProps, column: LaneDirection, lane: LaneDirection) {
  const { form, field, lanes } = props
  const { message } = useSay()
  const { locale } = useRenderer()
  const t = useTexts()
  const taken = useRef<RecordAnswer | null>(null)
  const targets = useMemo(
    () => [column, lane].flatMap(({ movable, target }) => (movable ? [target] : [])),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is made of the two directions is in these
    [column.movable, column.target, lane.movable, lane.target],
  )
  const moves = useMoves<LaneMove>({
    form,
    targets,
    save: props.onMove,
    nameOf: (key, value) => (key === lanes ? lane : column).knownName(value),
    step: async (record, values) => {
      // Exact sums bring their arithmetic with the first card that is moved.
      const { laneMove } = await import('./lane-move.ts')
      const { columnHeads = nowhere, laneHeads = nowhere } = props
      return laneMove({ record, values, field, lanes, columnHeads, laneHeads })
    },
  })
  const drop = (record: RecordAnswer, place: Place) => {
    const stuck = changesOf(record, place).find(
      ([key, to]) => to === otherMark || !targets.some((target) => target.field.key === key),
    )
    const named = stuck?.[0] === lanes ? lane : column
    if (stuck === undefined) void moves.move(record, place)
    else message.warning(t('board.mayNot', { field: localize(named.target.field.label, locale) }))
  }
  const latest = useLatest({ drop, move: moves.move })
  const onMove = useCallback(
    (record: RecordAnswer, place: Place) => void latest.current.move(record, place),
    [latest],
  )
  const onTake = useCallback((record: RecordAnswer) => {
    taken.current = record
  }, [])
  const onDropIn = useCallback(
    (to: string | null, at: string | null | undefined) => {
      const record = taken.current
      if (record !== null)
        latest.current.drop(record, { [lanes]: to, ...(at === undefined ? {} : { [field]: at }) })
    },
    [latest, lanes, field],
  )
  return { ...moves, targets, onMove, onTake, onDropIn }
}
