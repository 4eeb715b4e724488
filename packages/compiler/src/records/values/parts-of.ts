import { checkText } from './plain-text.ts'
import { refuse, type CheckPlace, type Checked } from './value-checker.ts'
import type { Issue } from '../issue.ts'

type Texts<K extends string> = Record<K, string | null>

export type ReadParts<K extends string> =
  | { readonly ok: true; readonly parts: Texts<K> }
  | { readonly ok: false; readonly refused: Checked }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What follows from the rest is answered, and so it may be sent back. */
const derived: ReadonlySet<string> = new Set(['text', 'code', 'days', 'home', 'rate', 'day'])

/** The parts of a value as clean texts, all problems at once; a name that is no part is one of them. */
export function readParts<const K extends string>(
  value: unknown,
  names: readonly K[],
  place: CheckPlace,
  max: number,
): ReadParts<K> {
  if (!isObject(value))
    return { ok: false, refused: refuse(place, 'wrong-type', { expected: names.join(', ') }) }
  const parts: Partial<Texts<K>> = {}
  const issues: Issue[] = Object.keys(value)
    .filter((name) => !(names as readonly string[]).includes(name) && !derived.has(name))
    .map((name) => ({ pointer: `${place.pointer}/${name}`, code: 'unknown-field' }))
  for (const name of names) {
    const part = value[name] ?? null
    const checked: Checked =
      part === null
        ? { ok: true, value: null }
        : checkText(part, { pointer: `${place.pointer}/${name}` }, { max })
    if (checked.ok) parts[name] = checked.value as string | null
    else issues.push(...checked.issues)
  }
  return issues.length > 0
    ? { ok: false, refused: { ok: false, issues } }
    : { ok: true, parts: parts as Texts<K> }
}
