import type { Expression } from '@pipewright/schemas'
import { dependencies } from '@pipewright/logic'
import { expressionOf, isExpressed, type DefinitionIndex } from '@pipewright/metadata'
import { isStored } from '../../../tables/is-stored.ts'
import type { Rights } from '../../../rights/rights.ts'
import type { ReadScene } from '../read-scene.ts'

/** What the sight of records reads of one form: of their own, or of what their relations lead to. */
export interface ScopeRead {
  /** The form that is seen by it. */
  readonly form: string
  /** Relations that lead from a record of it to the one that is read; none where it is read itself. */
  readonly hops: readonly string[]
  /** The form that is read, and which of its fields. */
  readonly of: string
  readonly keys: ReadonlySet<string>
}

const pathsIn = (expression: Expression): string[][] =>
  dependencies(expression)
    .map((path) => (path[0] === '$record' ? path.slice(1) : path))
    .filter(([head]) => head !== undefined && !head.startsWith('$'))

/** Calculated values that lie nowhere are read by what they are made of. */
export function readBy(
  index: DefinitionIndex,
  form: string,
  expression: Expression,
  note: (hops: readonly string[], of: string, key: string) => void,
  deep = 0,
): void {
  for (const path of pathsIn(expression)) {
    let [of, hops]: [string, readonly string[]] = [form, []]
    for (const key of path) {
      const field = index.field({ form: of }, key)?.field
      if (field === undefined) break
      if (isExpressed(field) && !isStored(index.definition, { form: of }, field) && deep < 8) {
        const [at, behind] = [of, hops]
        readBy(
          index,
          at,
          expressionOf(field),
          (more, on, own) => note([...behind, ...more], on, own),
          deep + 1,
        )
        break
      }
      note(hops, of, key)
      if (field.type !== 'relation') break
      ;[of, hops] = [field.form, [...hops, key]]
    }
  }
}

const known = new WeakMap<Rights, readonly ScopeRead[]>()

/** What decides which records somebody sees: nothing of forms of which he sees all or none. */
export function scopeReads(index: DefinitionIndex, rights: Rights): readonly ScopeRead[] {
  const before = known.get(rights)
  if (before !== undefined) return before
  const reads = new Map<string, ScopeRead & { readonly keys: Set<string> }>()
  for (const [form, { read, predicates }] of Object.entries(rights.forms))
    if (read && typeof predicates.read !== 'boolean')
      readBy(index, form, predicates.read, (hops, of, key) => {
        const name = [form, ...hops].join('.')
        const one = reads.get(name) ?? { form, hops, of, keys: new Set<string>() }
        reads.set(name, one)
        one.keys.add(key)
      })
  const all = [...reads.values()]
  known.set(rights, all)
  return all
}

/** Forms of which records are seen by records of these that they belong to. */
export const belongingForms = (
  { app, rights }: Pick<ReadScene, 'app' | 'rights'>,
  forms: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set(
    scopeReads(app.index, rights).flatMap(({ form, hops, of }) =>
      hops.length > 0 && forms.has(of) && !forms.has(form) ? [form] : [],
    ),
  )
