import type * as Engine from './pattern-engine.ts'

let engine: typeof Engine | undefined

/** Ends when patterns can be run. The engine is large, and few forms hold a text to one. */
export async function loadPatterns(): Promise<void> {
  engine = await import('./pattern-engine.ts')
}

/** Nothing is claimed about a pattern before the engine is here. */
export function patternProblem(pattern: string): string | undefined {
  return engine?.patternProblem(pattern)
}

/** What cannot be told here is left to the server, which checks every value. */
export function matchesPattern(pattern: string, text: string): boolean {
  return engine?.matchesPattern(pattern, text) ?? true
}
