import { createContext, useContext } from 'react'

/** The one menu that all rows of a table share; a menu each would be what most of a long table is made of. */
export interface RowMenuHandle {
  /** Whose row it is open at. */
  readonly row: number | null
  readonly open: (row: number, button: HTMLElement) => void
}

export const RowMenuContext = createContext<RowMenuHandle>({ row: null, open: () => undefined })

export const useRowMenu = (): RowMenuHandle => useContext(RowMenuContext)
