import type { App, Builder } from '@pipewright/contract'
import {
  indexDefinition,
  withLayout,
  type DefinitionIndex,
  type Locale,
  type Problem,
} from '@pipewright/metadata'
import type { AppDefinition, Edit, Form } from '@pipewright/schemas'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { DraftState } from '../draft/draft-state.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { selectedFields, type Area, type Selection } from './selection.ts'
import type { UnfinishedFormula } from './unfinished-formula.ts'
import { useWatched, type WatchedValue } from './watched-value.ts'

/** What every part of the designer leans on. */
export interface Design {
  readonly app: App
  readonly store: DraftStore
  readonly locale: Locale
  /** Key of the form that is open. */
  readonly form: string
  /** What is selected; parts that show it watch it by `useSelection`, parts that act on it read it when they act. */
  readonly selected: WatchedValue<Selection>
  /** Who else has the designer open, where, and what is in their drafts. */
  readonly builders: WatchedValue<readonly Builder[]>
  readonly area: Area
  readonly select: (selection: Selection) => void
  /** Key of the rule, view, role … that is open in the area. */
  readonly detail: string | null
  readonly openArea: (area: Area, detail?: string | null) => void
  readonly openForm: (form: string) => void
  /** Key of the further layout that is arranged; null is the standard one. */
  readonly layout: string | null
  readonly openLayout: (layout: string | null) => void
  /** Tells the app around the designer that another revision is in force. */
  readonly onPublished: () => void
  /** Applies edits as one step; shows the reasons and answers false when they do not fit. */
  readonly edit: (...edits: Edit[]) => boolean
  /** Why the edits that `act` makes did not fit, answered instead of shown. */
  readonly refusalsOf: (act: () => void) => readonly Problem[]
  /** Formula texts that are not in the draft, by what they are of, as long as the designer is open. */
  readonly unfinished: Map<string, UnfinishedFormula>
}

export const DesignContext = createContext<Design | null>(null)

export function useDesign(): Design {
  const design = useContext(DesignContext)
  if (design === null) throw new Error('Designer is missing above this component')
  return design
}

export function useDraftState(): DraftState {
  const { store } = useDesign()
  return useSyncExternalStore(store.subscribe, store.state, store.state)
}

/** What is selected, for parts that show it. */
export const useSelection = (): Selection => useWatched(useDesign().selected, (selection) => selection)

const chosenOf = new WeakMap<Selection, ReadonlySet<string>>()

function chosenFields(selection: Selection): ReadonlySet<string> {
  const known = chosenOf.get(selection) ?? new Set(selectedFields(selection))
  chosenOf.set(selection, known)
  return known
}

/** Whether a field is among those that are chosen: its card is drawn again only when that changes. */
export const useIsChosen = (field: string): boolean =>
  useWatched(useDesign().selected, (selection) => chosenFields(selection).has(field))

/** The draft as it is drawn. */
export function useDefinition(): AppDefinition {
  const { store } = useDesign()
  const read = () => store.state().definition
  return useSyncExternalStore(store.subscribe, read, read)
}

export const useIndex = (): DefinitionIndex => indexDefinition(useDefinition())

/** The form that is open; undefined for a moment when it was just taken away. */
export function useOpenForm(): Form | undefined {
  const { form } = useDesign()
  return useIndex().form(form)
}

/** The form that is open, arranged by the layout that is open. */
export function useArrangedForm(): Form | undefined {
  const { layout } = useDesign()
  const form = useOpenForm()
  return form === undefined ? undefined : withLayout(form, layout)
}
