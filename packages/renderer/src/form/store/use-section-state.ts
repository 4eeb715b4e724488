import type { Section } from '@pipewright/schemas'
import { useCallback, useSyncExternalStore } from 'react'
import { holdsSomething, isPlacedField, withItems, type PlacedItem } from '../form-sections.ts'
import type { FormStore } from './form-store.ts'
import { useFormStore } from './use-field.ts'

/** Nothing of it is in sight; something in it is wrong; or neither. */
export type SectionState = 'hidden' | 'wrong' | 'shown'

function stateOf(store: FormStore, section: Section, items: readonly PlacedItem[]): SectionState {
  const { hiddenElements, hiddenSections } = store.derived()
  const isShown = (item: PlacedItem): boolean =>
    isPlacedField(item)
      ? item.isSystem === true || !store.field(item.field.key).hidden
      : !hiddenElements.has(item.element.key)
  const left = withItems(section, items.filter(isShown))
  if (!holdsSomething(left) || hiddenSections.has(section.key)) return 'hidden'
  const states = left.fields.map(({ field }) => store.field(field.key)).filter(({ hidden }) => !hidden)
  const isWrong = states.some((one) => one.problem !== undefined || one.cellProblems !== undefined)
  return isWrong ? 'wrong' : 'shown'
}

/** A section is drawn again only when this changes, not whenever something is typed in it. */
export function useSectionState(section: Section, items: readonly PlacedItem[]): SectionState {
  const store = useFormStore()
  const subscribe = useCallback((listener: () => void) => store.subscribe(null, listener), [store])
  return useSyncExternalStore(subscribe, () => stateOf(store, section, items))
}
