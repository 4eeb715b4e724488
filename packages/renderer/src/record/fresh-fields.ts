import { createContext } from 'react'

/** Fields that others changed since the reader looked at the record, each with a sentence that says what. */
export const FreshFieldsContext = createContext<ReadonlyMap<string, string>>(new Map())
