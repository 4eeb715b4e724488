import { useEffect } from 'react'

/** While somebody signs in over the page, no key and no reader of the screen comes to what lies behind. */
export function usePageAtRest(): void {
  useEffect(() => {
    const page = document.getElementById('root')
    if (page !== null) page.inert = true
    return () => {
      if (page !== null) page.inert = false
    }
  }, [])
}
