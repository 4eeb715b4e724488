import { createContext, useContext } from 'react'

/** Options that rules leave of the choice that is drawn inside; null where none is limited. */
export const AllowedOptions = createContext<ReadonlySet<string> | null>(null)

export const useAllowedOptions = (): ReadonlySet<string> | null => useContext(AllowedOptions)
