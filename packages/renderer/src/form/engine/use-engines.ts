import { needsEngines, provideEngines } from '@pipewright/logic'
import { hasPatterns, loadPatterns } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import { useEffect, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'

interface Needs {
  /** Rules and formulas that run patterns, or read Chinese characters. */
  readonly expressions: boolean
  /** Texts that are held to a pattern. */
  readonly patterns: boolean
}

const known = new WeakMap<AppDefinition, Needs>()

function needsOf(definition: AppDefinition): Needs {
  const needs = known.get(definition) ?? {
    expressions: needsEngines(definition),
    patterns: hasPatterns(definition),
  }
  known.set(definition, needs)
  return needs
}

async function load({ expressions, patterns }: Needs): Promise<void> {
  // Without it a text is checked by the server alone.
  const checking = patterns ? loadPatterns().catch(() => undefined) : undefined
  if (expressions) {
    const { heavyEngines } = await import('@pipewright/logic/engines')
    provideEngines(heavyEngines)
  }
  await checking
}

/** Ends when what the rules of the app need is here. */
export async function enginesFor(definition: AppDefinition): Promise<void> {
  await load(needsOf(definition))
}

/**
 * Patterns and pinyin come with large tables, which load only for apps whose rules or fields use them. False until they are
 * here: nothing may be evaluated or checked before.
 */
export function useEngines(): boolean {
  const { definition } = useRenderer().index
  const needs = needsOf(definition)
  const isNeeded = needs.expressions || needs.patterns
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    if (isNeeded) void load(needs).then(() => setLoaded(true))
  }, [isNeeded, needs])
  return !isNeeded || loaded
}
