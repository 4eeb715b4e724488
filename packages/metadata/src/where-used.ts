import type { AppDefinition, LocalizedText } from '@pipewright/schemas'
import { type DefinitionIndex, indexDefinition } from './definition-index.ts'
import type { FieldSite } from './find-field.ts'
import type { DocumentKind, DocumentName, Reference } from './references/reference.ts'
import { references } from './references/references.ts'
import type { UseKind } from './references/use-kind.ts'

/** What is looked for: a field (or column of line items), one option of it, or a whole document. */
export type UseTarget =
  | { form: string; lineItems?: string; field: string; option?: string }
  | { kind: DocumentKind; key: string }
  | { kind: 'optionSet'; key: string; option: string }

/** One place that uses it. */
export interface Use {
  pointer: string
  kind: UseKind
  document: DocumentName
  label: LocalizedText
}

/** The fields a reference touches: the one it ends at and those it walks through. */
export function sitesOf(index: DefinitionIndex, reference: Reference): readonly FieldSite[] {
  const { target } = reference
  if (target.kind !== 'field' && target.kind !== 'option') return []
  const found = index.field(target.from, target.path)
  return found === undefined ? [] : [...found.hops, found]
}

function usesOption(index: DefinitionIndex, one: Reference, target: UseTarget): boolean {
  if (one.target.kind !== 'option' || !('option' in target) || one.target.option !== target.option)
    return false
  const named = index.field(one.target.from, one.target.path)
  const field = named && (index.source(named.field) ?? named)
  if (field === undefined) return false
  if ('kind' in target) return 'optionSet' in field.field && field.field.optionSet === target.key
  return isSite(field, target)
}

const isSite = (site: FieldSite, target: { form: string; lineItems?: string; field: string }): boolean =>
  site.form === target.form && site.lineItems === target.lineItems && site.field.key === target.field

function isUse(index: DefinitionIndex, one: Reference, target: UseTarget): boolean {
  if ('option' in target && target.option !== undefined) return usesOption(index, one, target)
  if ('kind' in target) {
    if (one.target.kind === target.kind) return one.target.key === target.key
    return (
      target.kind === 'form' &&
      one.target.kind === 'field' &&
      sitesOf(index, one).some((site) => site.form === target.key)
    )
  }
  return one.target.kind === 'field' && sitesOf(index, one).some((site) => isSite(site, target))
}

/** Answers where each of many targets is used, reading the definition once. */
export function usesIn(definition: AppDefinition): (target: UseTarget) => Use[] {
  const index = indexDefinition(definition)
  const all = references(definition)
  const ofOptions = all.filter((one) => one.target.kind === 'option')
  return (target) => {
    const inside = (one: Reference): boolean =>
      'kind' in target &&
      target.kind === 'form' &&
      one.document.kind === 'form' &&
      one.document.key === target.key
    const candidates = 'option' in target && target.option !== undefined ? ofOptions : all
    return candidates
      .filter((one) => !inside(one) && isUse(index, one, target))
      .map(({ pointer, kind, document, label }) => ({ pointer, kind, document, label }))
  }
}

/** Every place that uses a field, option or document. A form's own inner mentions do not count as uses of it. */
export function whereUsed(definition: AppDefinition, target: UseTarget): Use[] {
  return usesIn(definition)(target)
}
