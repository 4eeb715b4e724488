import type { RecordAnswer, Values } from '@pipewright/contract'
import { createContext, useContext, type ReactNode } from 'react'

/** What stands around a record and is not drawn here. */
export interface RecordParts {
  /** What is to be done with it, and with the records around it. */
  readonly tasks: (related: boolean) => ReactNode
  readonly files: (related: boolean) => ReactNode
  /** What happened to it and is said about it. */
  readonly timeline: (related: boolean) => ReactNode
}

export interface OpenRecord {
  readonly form: string
  readonly record: RecordAnswer
  readonly parts: RecordParts | undefined
  readonly onCreateRelated: ((form: string, values: Values) => void) | undefined
}

/** Given by the page of a saved record; elsewhere there is nothing around it. */
export const OpenRecordContext = createContext<OpenRecord | null>(null)

export const useOpenRecord = (): OpenRecord | null => useContext(OpenRecordContext)
