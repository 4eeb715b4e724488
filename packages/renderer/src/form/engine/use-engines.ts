import { needsEngines, provideEngines } from '@pipewright/logic'
import { useEffect, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'

const known = new WeakMap<object, boolean>()

function isNeeded(definition: object): boolean {
  const needed = known.get(definition) ?? needsEngines(definition)
  known.set(definition, needed)
  return needed
}

async function load(): Promise<void> {
  const { heavyEngines } = await import('@pipewright/logic/engines')
  provideEngines(heavyEngines)
}

/** Ends when what the rules of the app need is here. */
export async function enginesFor(definition: object): Promise<void> {
  if (isNeeded(definition)) await load()
}

/**
 * Patterns and pinyin come with large tables, which load only for apps whose rules use them. False until they are here:
 * nothing may be evaluated before.
 */
export function useEngines(): boolean {
  const { index } = useRenderer()
  const needed = isNeeded(index.definition)
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    if (needed) void load().then(() => setLoaded(true))
  }, [needed])
  return !needed || loaded
}
