import type { Scope } from '../scope.ts'

export type ResolvedField = { readonly path: readonly string[] } | { readonly ambiguous: string }

function startsWith(path: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((name, index) => path[index] === name)
}

/** Fields right below `prefix` that people call `text`. */
function labelled(scope: Scope, prefix: readonly string[], text: string): readonly (readonly string[])[] {
  const paths = scope
    .fields()
    .filter((field) => field.label.trim() === text.trim() && startsWith(field.path, prefix))
    .map((field) => field.path)
  const near = paths.filter((path) => path.length === prefix.length + 1)
  return near.length > 0 ? near : paths
}

/** Turns what a person wrote, keys or labels, into keys. A key wins over a label; an unknown name stays as written. */
export function resolveField(segments: readonly string[], scope: Scope | undefined): ResolvedField {
  if (!scope || scope.resolve(segments)) return { path: segments }
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
