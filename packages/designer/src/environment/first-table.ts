import { createContext } from 'react'

/** The table that the first form of an app without any is made from; null where it is yet to be chosen. */
export const FirstTable = createContext<File | null | undefined>(undefined)
