import type { RecordAnswer, Values } from '@pipewright/contract'
import { useState, type ReactNode } from 'react'
import { useChanges, type SaveRecord } from '../changes/use-changes.tsx'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { valueOfColumn } from './board-value.ts'
import { changesOf, type MoveTarget, type Place } from './place.ts'

export interface MovesProps<S> {
  readonly form: string
  readonly targets: readonly MoveTarget[]
  readonly save: SaveRecord
  /** How the place in one direction is called. */
  readonly nameOf: (field: string, column: string | null) => string | undefined
  /** What a move does to what is shown while it is being saved; comes with the first card that is moved. */
  readonly step: (record: RecordAnswer, values: Values) => Promise<S>
}

export interface Moves<S> {
  /** The moves that are under way. */
  readonly pending: readonly S[]
  /** What a move waits for. */
  readonly question: ReactNode
  readonly move: (record: RecordAnswer, place: Place) => Promise<void>
}

/** How a member or a record is called that the board has no column of. */
function useFoundName() {
  const { people, departments, data } = useRenderer()
  return async ({ field }: MoveTarget, id: string): Promise<string | undefined> => {
    if (field.type === 'member') return people.find((person) => person.id === id)?.name
    if (field.type === 'department') return departments.find((department) => department.id === id)?.name
    if (field.type !== 'relation') return undefined
    return data.getRecord(field.form, id).then(
      ({ title }) => title,
      () => undefined,
    )
  }
}

/** Moves cards at once, saves behind, and takes a move back that was refused. */
export function useMoves<S>({ form, targets, save, nameOf, step }: MovesProps<S>): Moves<S> {
  const t = useTexts()
  const foundName = useFoundName()
  const [pending, setPending] = useState<readonly S[]>([])
  const saveMove: SaveRecord = async (record, values, done) => {
    const made = await step(record, values)
    setPending((before) => [...before, made])
    try {
      await save(record, values, done)
    } finally {
      setPending((before) => before.filter((other) => other !== made))
    }
  }
  const { change, question } = useChanges(form, saveMove)
  const move = async (record: RecordAnswer, place: Place) => {
    const changes = changesOf(record, place).flatMap(([key, to]) => {
      const target = targets.find(({ field }) => field.key === key)
      return target === undefined ? [] : [{ target, to }]
    })
    if (changes.length === 0) return
    const places = await Promise.all(
      changes.map(
        async ({ target, to }) =>
          nameOf(target.field.key, to) ?? (await foundName(target, to ?? '')) ?? target.label,
      ),
    )
    const names = { title: record.title, stage: places.join(' · ') }
    await change({
      record,
      values: Object.fromEntries(
        changes.map(({ target: { field }, to }) => [field.key, valueOfColumn(field, to)]),
      ),
      heading: t('board.fillFirst', names),
      done: t('board.moved', names),
    })
  }
  return { pending, question, move }
}
