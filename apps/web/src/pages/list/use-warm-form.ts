import type { AppDefinition } from '@pipewright/schemas'
import { useEffect } from 'react'

const settled = 1_500

/** Whoever looks at a list opens a form next: its code and rules are made ready while nothing else is to be done. */
export function useWarmForm(definition: AppDefinition, form: string): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      void Promise.all([import('../record/warm-form.ts'), import('../record/new-record-page.tsx')]).then(
        ([{ warmForm }]) => setTimeout(() => warmForm(definition, form)),
      )
    }, settled)
    return () => clearTimeout(timer)
  }, [definition, form])
}
