import type { RecordAnswer } from '@pipewright/contract'
import { mayFollow } from '@pipewright/metadata'
import { columnOfRecord } from './board-value.ts'
import { isOpenField, type MoveTarget, type Place } from './place.ts'

/** More than these are also found by search. */
const fewOptions = 12

/** One line of the menu that moves a card. */
export interface MoveItem {
  readonly key: string
  readonly label: string
  readonly color: string | undefined
  readonly disabled: boolean
  /** Where it leads; undefined where somebody is to say. */
  readonly place: Place | undefined
  readonly target: MoveTarget
}

/** Where a card can be moved to in one direction. */
export function moveItems(record: RecordAnswer, target: MoveTarget, another: string): readonly MoveItem[] {
  const { field, options, none, staged } = target
  const from = columnOfRecord(record, field.key)
  const line = (value: string | null, label: string, color?: string): MoveItem => ({
    key: `${field.key}:${value ?? ''}`,
    label,
    color,
    target,
    disabled: value === from || (staged !== undefined && value !== null && !mayFollow(staged, from, value)),
    place: { [field.key]: value },
  })
  return [
    ...options.map(({ value, label, color }) => line(value, label, color)),
    ...(none === undefined ? [] : [line(null, none)]),
    ...(isOpenField(field) || options.length > fewOptions
      ? [
          {
            key: `${field.key}?`,
            label: another,
            color: undefined,
            target,
            disabled: false,
            place: undefined,
          },
        ]
      : []),
  ]
}
