import { itemKey } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import {
  createContext,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { useDesign } from '../environment/design-context.ts'
import { selectedFields, selectionOf } from '../environment/selection.ts'
import { fieldOrder, placeOf } from '../tree/layout-places.ts'
import { rangeOf } from '../tree/many-fields.ts'
import { focusCard } from './focus-card.ts'
import type { FieldActions } from './use-field-actions.ts'

/** What clicks and keys on a card do. Stays the same object, so that no card is drawn again because another one changed. */
export interface CanvasHand {
  press(field: string, event: MouseEvent): void
  key(field: string, event: KeyboardEvent<HTMLElement>): void
}

export const CanvasHandContext = createContext<CanvasHand | null>(null)

export function useHand(): CanvasHand {
  const hand = useContext(CanvasHandContext)
  if (hand === null) throw new Error('Canvas is missing above this component')
  return hand
}

interface Scene {
  readonly form: Form
  readonly chosen: () => readonly string[]
  readonly choose: (fields: readonly string[]) => void
  readonly actions: FieldActions
}

const isMany = (event: { ctrlKey: boolean; metaKey: boolean }): boolean => event.ctrlKey || event.metaKey

/** Where a range began: the first of the chosen fields. */
function rangeTo({ form, choose }: Scene, from: string, to: string): void {
  choose(rangeOf(form, from, to))
}

function press(scene: Scene, field: string, event: MouseEvent): void {
  const { choose } = scene
  const chosen = scene.chosen()
  if (event.shiftKey) rangeTo(scene, chosen[0] ?? field, field)
  else if (isMany(event))
    choose(chosen.includes(field) ? chosen.filter((one) => one !== field) : [...chosen, field])
  else choose([field])
}

/** The focus to the card above or below, also to one that is not drawn yet; a range grows with it. */
function step(scene: Scene, field: string, by: -1 | 1, rangeFrom: string | null): void {
  const order = fieldOrder(scene.form)
  const next = order[order.indexOf(field) + by]
  if (next === undefined) return
  if (rangeFrom === null) focusCard(next)
  else rangeTo(scene, rangeFrom, next)
}

function chooseSection({ form, choose }: Scene, field: string): void {
  const section = form.layout.sections.find(({ key }) => key === placeOf(form.layout, field)?.section)
  const fields = section?.items.map(itemKey) ?? []
  // The field with the focus comes last: that is where the keyboard is.
  choose([...fields.filter((one) => one !== field), field])
}

/** Keys on a card; true when they meant something. */
function key(scene: Scene, field: string, event: KeyboardEvent<HTMLElement>): boolean {
  const { actions, choose } = scene
  const chosen = scene.chosen()
  const fields = chosen.includes(field) ? chosen : [field]
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
  const letter = event.key.toLowerCase()
  if (by !== undefined && event.altKey) actions.moveBy(fields, by)
  else if (by !== undefined) step(scene, field, by, event.shiftKey ? (fields[0] ?? field) : null)
  else if (event.key === 'Delete' || event.key === 'Backspace') actions.remove(fields)
  else if (isMany(event) && letter === 'a') chooseSection(scene, field)
  else if (isMany(event) && letter === 'd') actions.duplicate(fields)
  else if (event.key === 'Escape' && chosen.length > 1) choose([field])
  else return false
  return true
}

export function useCanvasHand(form: Form, actions: FieldActions): CanvasHand {
  const { selected, select } = useDesign()
  const scene = useRef<Scene | null>(null)
  useLayoutEffect(() => {
    const choose = (fields: readonly string[]) => {
      select(selectionOf(fields))
      const last = fields.at(-1)
      if (last !== undefined) focusCard(last)
    }
    scene.current = { form, actions, choose, chosen: () => selectedFields(selected.read()) }
  })
  return useMemo(
    () => ({
      press: (field, event) => {
        if (scene.current !== null) press(scene.current, field, event)
      },
      key: (field, event) => {
        if (scene.current !== null && key(scene.current, field, event)) event.preventDefault()
      },
    }),
    [],
  )
}
