import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isStillHere } from '../../queries/client.ts'
import { sayBack } from '../../queries/re-entry.ts'

/** Whoever signed in again in another tab need not do it here too. */
export function useCameBack(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible' || !(await isStillHere())) return
      sayBack()
      await queries.invalidateQueries()
    }
    const tried = () => void look().catch(() => undefined)
    window.addEventListener('focus', tried)
    document.addEventListener('visibilitychange', tried)
    return () => {
      window.removeEventListener('focus', tried)
      document.removeEventListener('visibilitychange', tried)
    }
  }, [queries])
}
