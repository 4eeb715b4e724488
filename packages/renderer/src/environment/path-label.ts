import { localize, type FoundField, type Locale } from '@pipewright/metadata'

/** What members call the field that a path leads to: with the relations and tables on the way, "Account · Industry". */
export function pathLabel({ hops, field }: FoundField, locale: Locale): string {
  return [...hops.map((hop) => hop.field), field]
    .map(({ label }) => localize(label, locale))
    .filter(Boolean)
    .join(' · ')
}
