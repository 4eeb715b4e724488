import type { Builder } from '@pipewright/contract'
import { indexDefinition, type Problem } from '@pipewright/metadata'
import type { Edit } from '@pipewright/schemas'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { DesignerProps } from '../designer-props.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import type { Design } from '../environment/design-context.ts'
import type { UnfinishedFormula } from '../environment/unfinished-formula.ts'
import type { Area, Selection } from '../environment/selection.ts'
import { aimEdits } from '../layouts/aim-edits.ts'
import { createWatchedValue } from '../environment/watched-value.ts'

interface Place {
  readonly area: Area
  readonly detail: string | null
}

/** What lasts as long as the designer is open. */
const createLasting = () => ({
  selected: createWatchedValue<Selection>({ kind: 'form' }),
  builders: createWatchedValue<readonly Builder[]>([]),
  unfinished: new Map<string, UnfinishedFormula>(),
})

/** Why edits did not fit: shown, or answered to whoever asks to hear it. */
function useRefusals() {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const asked = useRef<Problem[] | null>(null)
  const hear = useCallback((found: readonly Problem[]) => {
    if (asked.current !== null) asked.current.push(...found)
    else if (found.length > 0) setProblems(found)
  }, [])
  const refusalsOf = useCallback((act: () => void): readonly Problem[] => {
    const heard: Problem[] = []
    asked.current = heard
    try {
      act()
    } finally {
      asked.current = null
    }
    return heard
  }, [])
  return { problems, hear, refusalsOf, dismiss: () => setProblems([]) }
}

/** What every part leans on, and the problems of the last edit that did not fit. */
export function useDesignValue(props: DesignerProps, store: DraftStore) {
  const { app, locale, form: asked, role, onForm, onPublished } = props
  const [place, setPlace] = useState<Place>({
    area: role === null ? 'fields' : 'roles',
    detail: role,
  })
  const [lasting] = useState(createLasting)
  const { selected } = lasting
  const { problems, hear, refusalsOf, dismiss } = useRefusals()
  const [opened, setOpened] = useState<string | null>(null)
  const form = opened ?? asked ?? store.state().definition.forms[0]?.key ?? ''
  const [arranged, setArranged] = useState<{ readonly form: string; readonly layout: string } | null>(null)
  const layout = arranged?.form === form ? arranged.layout : null
  const edit = useCallback(
    (...edits: Edit[]) => {
      const open = indexDefinition(store.state().definition).form(form)
      const found = store.edit(open === undefined ? edits : aimEdits(open, layout, edits))
      hear(found)
      return found.length === 0
    },
    [store, form, layout, hear],
  )
  const openLayout = useCallback(
    (next: string | null) => {
      setArranged(next === null ? null : { form, layout: next })
      selected.write({ kind: 'form' })
    },
    [form, selected],
  )
  const openForm = useCallback(
    (key: string) => {
      setOpened(key)
      setPlace((old) => ({ ...old, detail: null }))
      selected.write({ kind: 'form' })
      onForm(key)
    },
    [onForm, selected],
  )
  const design = useMemo<Design>(
    () => ({
      app,
      store,
      locale,
      form,
      ...place,
      ...lasting,
      select: selected.write,
      openArea: (area, detail = null) => setPlace((old) => ({ ...old, area, detail })),
      openForm,
      layout,
      openLayout,
      onPublished,
      edit,
      refusalsOf,
    }),
    [
      app,
      store,
      locale,
      form,
      place,
      lasting,
      selected,
      openForm,
      layout,
      openLayout,
      onPublished,
      edit,
      refusalsOf,
    ],
  )
  return { design, problems, dismiss }
}
