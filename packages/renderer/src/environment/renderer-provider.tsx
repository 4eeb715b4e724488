import { indexDefinition, type DefinitionIndex } from '@pipewright/metadata'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { RendererEnvironment } from './renderer-environment.ts'
import { createTitleBook, type TitleBook } from './title-book.ts'

/** The environment with what is derived from it. */
export interface Renderer extends RendererEnvironment {
  readonly index: DefinitionIndex
  readonly titles: TitleBook
}

const RendererContext = createContext<Renderer | null>(null)

export interface RendererProviderProps {
  readonly environment: RendererEnvironment
  readonly children: ReactNode
}

/** Stands above every component of this package. Keep the `environment` object as long as nothing in it changes. */
export function RendererProvider({ environment, children }: RendererProviderProps) {
  const titles = useMemo(() => createTitleBook(environment.people), [environment.people])
  const renderer = useMemo(
    () => ({ ...environment, titles, index: indexDefinition(environment.definition) }),
    [environment, titles],
  )
  return <RendererContext value={renderer}>{children}</RendererContext>
}

export function useRenderer(): Renderer {
  const renderer = useContext(RendererContext)
  if (renderer === null) throw new Error('RendererProvider is missing above this component')
  return renderer
}
