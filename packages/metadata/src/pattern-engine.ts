import { RE2JS } from 're2js'

/** A text longer than this is never matched. */
const longestText = 10_000
const longestPattern = 500

const compiled = new Map<string, RE2JS | string>()
const mostKept = 500

/** The compiled pattern, or why it is none; in time linear in the text, whatever the pattern. */
function compile(pattern: string): RE2JS | string {
  if (pattern.length > longestPattern) return `longer than ${longestPattern}`
  try {
    return RE2JS.compile(pattern)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function compiledOf(pattern: string): RE2JS | string {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  if (compiled.size >= mostKept) compiled.clear()
  const made = compile(pattern)
  compiled.set(pattern, made)
  return made
}

/** What is wrong with a regular expression in the syntax of RE2; undefined when nothing is. */
export function patternProblem(pattern: string): string | undefined {
  const made = compiledOf(pattern)
  return typeof made === 'string' ? made : undefined
}

/** Whether the whole text matches; never for a pattern that is none. */
export function matchesPattern(pattern: string, text: string): boolean {
  const made = compiledOf(pattern)
  return typeof made !== 'string' && text.length <= longestText && made.matches(text)
}

/** Ends when patterns can be run: here they always can. */
export async function loadPatterns(): Promise<void> {}
