import { indexDefinition } from '@pipewright/metadata'
import type { Form, StartingValues } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'

/** Changes one part of what new records start with; a part without anything in it goes. */
export function useStartChange({ key }: Form) {
  const { store, edit } = useDesign()
  return (changes: { readonly [P in keyof StartingValues]?: StartingValues[P] }) => {
    const now = indexDefinition(store.state().definition).form(key)?.start
    const parts = Object.entries({ ...now, ...changes }).filter(([, list]) => list.length > 0)
    const start = parts.length === 0 ? null : (Object.fromEntries(parts) as StartingValues)
    return edit({ type: 'setForm', form: key, changes: { start } })
  }
}
