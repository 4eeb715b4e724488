import type { AppDefinition, Field, LocalizedText } from '@pipewright/schemas'
import { isCalculated } from './calculated.ts'
import { eachField } from './each-field.ts'
import { indexDefinition } from './definition-index.ts'
import { formula } from './field-types/formula.ts'
import type { FieldSite, Place } from './find-field.ts'
import { localize, type Locale } from './localize.ts'
import { mentionsClock } from './mentions-clock.ts'
import { references } from './references/references.ts'
import type { UseKind } from './references/use-kind.ts'
import { sitesOf } from './where-used.ts'

/** One calculated field and the fields its value is made of. */
interface Calculation {
  site: FieldSite
  /** Pointer of the field. */
  pointer: string
  needs: string[]
}

/** `quote.items.total`: names a field across the whole definition. */
export const siteName = ({ form, lineItems, field }: FieldSite): string =>
  [form, lineItems, field.key].filter((part) => part !== undefined).join('.')

const calculatedKinds: ReadonlySet<UseKind> = new Set<UseKind>(['formula', 'lookup', 'rollup'])

/** Every calculated field with what it is made of, by name. */
export function calculations(definition: AppDefinition): ReadonlyMap<string, Calculation> {
  const index = indexDefinition(definition)
  const byPointer = new Map<string, Calculation>()
  const found = new Map<string, Calculation>()
  eachField(definition, (site, pointer) => {
    if (!isCalculated(site.field)) return
    const calculation = { site, pointer, needs: [] }
    byPointer.set(pointer, calculation)
    found.set(siteName(site), calculation)
  })
  for (const reference of references(definition)) {
    if (!calculatedKinds.has(reference.kind)) continue
    const owner = /^((?:\/forms\/\d+)?(?:\/fields\/\d+)+)/.exec(reference.pointer)?.[1] ?? ''
    const needs = byPointer.get(owner)?.needs
    for (const name of sitesOf(index, reference).map(siteName))
      if (needs?.includes(name) === false) needs.push(name)
  }
  return found
}

/** What people call a calculated field across the definition: "Account.Total". */
export function siteLabel(definition: AppDefinition, name: string): LocalizedText {
  const found = calculations(definition).get(name)?.site
  const form = found && indexDefinition(definition).form(found.form)
  if (found === undefined || form === undefined) return { en: name, zh: name }
  const index = indexDefinition(definition)
  const items = found.lineItems === undefined ? undefined : index.field(found.form, found.lineItems)?.field
  const labels = [form.label, ...(items === undefined ? [] : [items.label]), found.field.label]
  const inLanguage = (locale: Locale) => labels.map((label) => localize(label, locale)).join('.')
  return { en: inLanguage('en'), zh: inLanguage('zh') }
}

/** Circles among calculated fields, each once, as the names along the way back to the first. */
export function findCycles(definition: AppDefinition): { path: string[]; pointer: string }[] {
  const all = calculations(definition)
  const done = new Set<string>()
  const cycles: { path: string[]; pointer: string }[] = []
  const visit = (start: string): void => {
    // An explicit stack: a chain of formulas can be longer than the call stack is deep.
    const stack = [{ name: start, next: 0 }]
    const onWay = new Set([start])
    while (stack.length > 0) {
      const top = stack[stack.length - 1]
      if (top === undefined) return
      const need = all.get(top.name)?.needs[top.next++]
      if (need === undefined) {
        done.add(top.name)
        onWay.delete(top.name)
        stack.pop()
      } else if (onWay.has(need)) {
        const way = stack.map(({ name }) => name)
        const path = [...way.slice(way.indexOf(need)), need]
        cycles.push({ path, pointer: all.get(need)?.pointer ?? '' })
      } else if (!done.has(need) && all.has(need)) {
        stack.push({ name: need, next: 0 })
        onWay.add(need)
      }
    }
  }
  for (const name of all.keys()) if (!done.has(name)) visit(name)
  return cycles
}

const calculatedWhileReading = (field: Field): boolean =>
  (field.type === 'formula' && !formula.stored(field)) ||
  (field.type === 'lookup' && field.find !== undefined) ||
  (field.type === 'rollup' && mentionsClock(field.filter ?? null))

const volatileNames = new WeakMap<AppDefinition, ReadonlySet<string>>()

function findVolatile(definition: AppDefinition): ReadonlySet<string> {
  const users = new Map<string, string[]>()
  const open: string[] = []
  for (const [name, { site, needs }] of calculations(definition)) {
    if (calculatedWhileReading(site.field)) open.push(name)
    for (const need of needs) users.set(need, [...(users.get(need) ?? []), name])
  }
  const found = new Set<string>()
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue
    found.add(name)
    open.push(...(users.get(name) ?? []))
  }
  return found
}

/**
 * Whether a field is calculated while reading, itself or through a field it is made of: because its value changes by the
 * mere passing of time, with who reads it, or with any record of a form it looks through.
 */
export function isVolatile(definition: AppDefinition, place: Place, key: string): boolean {
  const names = volatileNames.get(definition) ?? findVolatile(definition)
  volatileNames.set(definition, names)
  return names.has([place.form, place.lineItems, key].filter((part) => part !== undefined).join('.'))
}
