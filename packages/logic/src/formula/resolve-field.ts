import type { Scope, ScopeForm } from '../scope.ts'

export type ResolvedField = { readonly path: readonly string[] } | { readonly ambiguous: string }

function startsWith(path: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((name, index) => path[index] === name)
}

/** Lists name what lies behind a field with the way to it: "Lines › Amount". */
const behind = ' › '

/** Fields right below `prefix` that people call `text`; behind a field its own name is enough. */
function labelled(scope: Scope, prefix: readonly string[], text: string): readonly (readonly string[])[] {
  const name = text.trim()
  const isCalled = (label: string) =>
    label.trim() === name || (prefix.length > 0 && label.split(behind).at(-1)?.trim() === name)
  const paths = scope
    .fields()
    .filter((field) => isCalled(field.label) && startsWith(field.path, prefix))
    .map((field) => field.path)
  const near = paths.filter((path) => path.length === prefix.length + 1)
  return near.length > 0 ? near : paths
}

/** What a person writes for the record itself. */
const SELF: ReadonlySet<string> = new Set(['THIS', '本记录'])

export const isSelf = (segments: readonly string[]): boolean =>
  segments.length === 1 && SELF.has(segments[0]?.toUpperCase() ?? '')

/** Turns what a person wrote, keys or labels, into keys. A key wins over a label; an unknown name stays as written. */
export function resolveField(segments: readonly string[], scope: Scope | undefined): ResolvedField {
  if (!scope || scope.resolve(segments)) return { path: segments }
  if (isSelf(segments) && scope.resolve(['id'])) return { path: ['id'] }
  let path: readonly string[] = []
  for (const segment of segments) {
    const byKey = [...path, segment]
    const isKey = scope.resolve(byKey) ?? scope.fields().some((field) => startsWith(field.path, byKey))
    const found = isKey ? [byKey] : labelled(scope, path, segment)
    if (found.length > 1) return { ambiguous: segment }
    path = found[0] ?? byKey
  }
  return { path }
}

export type ResolvedColumn = ResolvedField | { readonly unknownForm: string }

const isFormCalled = ({ key, names }: ScopeForm, word: string): boolean =>
  key === word || names.some((name) => name.toLowerCase() === word.trim().toLowerCase())

/** The scope of one form's columns: as if one stood in a record of it. */
export function columnScope({ key, fields }: ScopeForm, scope: Scope): Scope {
  return { resolve: (path) => scope.column?.([key, ...path]), fields }
}

/** Turns form and column as a person wrote them, keys or labels, into keys. A key wins over a label. */
export function resolveColumn(segments: readonly string[], scope: Scope | undefined): ResolvedColumn {
  const forms = scope?.forms?.()
  if (scope === undefined || forms === undefined) return { path: segments }
  const [word = '', ...rest] = segments
  const byKey = forms.filter(({ key }) => key === word)
  const found = byKey.length > 0 ? byKey : forms.filter((form) => isFormCalled(form, word))
  if (found.length > 1) return { ambiguous: word }
  const [form] = found
  if (form === undefined) return { unknownForm: word }
  if (rest.length === 0) return { path: [form.key] }
  const resolved = resolveField(rest, columnScope(form, scope))
  return 'path' in resolved ? { path: [form.key, ...resolved.path] } : resolved
}
