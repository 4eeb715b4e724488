import type { RecordAnswer, Values } from '@pipewright/contract'
import type { DefinitionIndex } from '@pipewright/metadata'
import { createContext, useContext } from 'react'
import type { Origin } from '../form/start/origin.ts'
import type { RendererEnvironment } from './renderer-environment.ts'
import type { TitleBook } from './title-book.ts'

/** The environment with what is derived from it. */
export interface Renderer extends RendererEnvironment {
  readonly index: DefinitionIndex
  readonly titles: TitleBook
}

export const RendererContext = createContext<Renderer | null>(null)

export function useRenderer(): Renderer {
  const renderer = useContext(RendererContext)
  if (renderer === null) throw new Error('RendererProvider is missing above this component')
  return renderer
}

/** Asks the person for a new record in a small dialog; null when it was closed. */
export type AskForRecord = (form: string, values: Values, origin?: Origin) => Promise<RecordAnswer | null>

export const AskForRecordContext = createContext<AskForRecord>(() => Promise.resolve(null))

export const useAskForRecord = (): AskForRecord => useContext(AskForRecordContext)
