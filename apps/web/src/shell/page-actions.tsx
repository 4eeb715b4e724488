import { createContext, useContext, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** The bar above the lower edge of a phone, where a thumb reaches; null on wide screens. */
export const ActionBarContext = createContext<HTMLElement | null>(null)

/** The main actions of a page: in its head on a wide screen, in the bar of a phone. */
export function PageActions({ children }: { children: ReactNode }) {
  const bar = useContext(ActionBarContext)
  return bar === null ? children : createPortal(children, bar)
}
