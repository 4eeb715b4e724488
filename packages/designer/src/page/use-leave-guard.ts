import { useEffect } from 'react'
import { useDesign } from '../environment/design-context.ts'

/** The browser asks before the page goes while something has not arrived yet. */
export function useLeaveGuard(): void {
  const { store } = useDesign()
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (store.state().waiting.length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [store])
}
