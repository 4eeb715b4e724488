import type { Section } from '@pipewright/schemas'
import { useCallback, useSyncExternalStore } from 'react'
import type { PlacedField } from '../form-sections.ts'
import type { FormStore } from './form-store.ts'
import { useFormStore } from './use-field.ts'

/** Nothing of it is in sight; something in it is wrong; or neither. */
export type SectionState = 'hidden' | 'wrong' | 'shown'

function stateOf(store: FormStore, { key, list }: Section, fields: readonly PlacedField[]): SectionState {
  const states = fields.map(({ field }) => store.field(field.key)).filter(({ hidden }) => !hidden)
  const isEmpty = states.length === 0 && list === undefined && !fields.some(({ isSystem }) => isSystem)
  if (isEmpty || store.derived().hiddenSections.has(key)) return 'hidden'
  const isWrong = states.some((one) => one.problem !== undefined || one.cellProblems !== undefined)
  return isWrong ? 'wrong' : 'shown'
}

/** A section is drawn again only when this changes, not whenever something is typed in it. */
export function useSectionState(section: Section, fields: readonly PlacedField[]): SectionState {
  const store = useFormStore()
  const subscribe = useCallback((listener: () => void) => store.subscribe(null, listener), [store])
  return useSyncExternalStore(subscribe, () => stateOf(store, section, fields))
}
