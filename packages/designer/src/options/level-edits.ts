import { itemKey, makeKey } from '@pipewright/metadata'
import type { AppDefinition, ChoiceField, Edit, Field, Form, LocalizedText } from '@pipewright/schemas'
import type { SheetSite } from '../inspector/sheets/sheet.ts'
import { firstAccess, takenKeys } from '../tree/new-field.ts'
import { levelCount, optionsOfLevels } from './levels.ts'

/** The choices below a field, one per level, as far as there is just one of its own options each. */
export function chainBelow(fields: readonly Field[], field: ChoiceField): ChoiceField[] {
  const next = fields.filter(
    (one): one is ChoiceField =>
      one.type === 'choice' && one.dependsOn === field.key && one.optionSet === undefined,
  )
  const [only] = next
  return only === undefined || next.length > 1 ? [] : [only, ...chainBelow(fields, only)]
}

export interface LevelsRequest {
  readonly definition: AppDefinition
  readonly form: Form
  readonly site: SheetSite
  readonly fields: readonly Field[]
  readonly field: ChoiceField
  readonly rows: readonly (readonly string[])[]
  /** Names of the fields that are made for levels that have none yet. */
  readonly names: readonly LocalizedText[]
  readonly locale: 'en' | 'zh'
}

/** Where a new field goes: behind the one above it. */
function slotAfter({ form, site, fields }: LevelsRequest, above: string, added: number) {
  if (site.lineItems !== undefined) {
    const index = fields.findIndex((one) => one.key === above)
    return { lineItems: site.lineItems, index: index + 1 + added }
  }
  for (const section of form.layout.sections) {
    const index = section.items.findIndex((item) => itemKey(item) === above)
    if (index >= 0) return { section: section.key, index: index + 1 + added }
  }
  return { section: form.layout.sections[0]?.key ?? '', index: 0 }
}

/** Fills the field and those below it from a block of levels; levels without a field get a new one. */
export function levelEdits(request: LevelsRequest): Edit[] {
  const { definition, form, site, fields, field, rows, names, locale } = request
  const chain = [field, ...chainBelow(fields, field)]
  const levels = optionsOfLevels(
    rows,
    chain.map((one) => one.options ?? []),
    locale,
  )
  const taken = new Set(takenKeys(definition, form, site.lineItems))
  const place = site.lineItems === undefined ? {} : { lineItems: site.lineItems }
  let above = field
  return levels.slice(0, levelCount(rows)).map((options, level): Edit => {
    const known = chain[level]
    if (known !== undefined) {
      above = known
      return { type: 'setField', form: form.key, ...place, field: { ...known, options } }
    }
    const label = names[level - chain.length] ?? {}
    const key = makeKey(label, taken)
    taken.add(key)
    const made: ChoiceField = { type: 'choice', key, label, options, dependsOn: above.key }
    above = made
    const slot = slotAfter(request, chain.at(-1)?.key ?? field.key, level - chain.length)
    return {
      type: 'addField',
      form: form.key,
      field: made,
      ...slot,
      ...firstAccess(definition, form.key, made),
    }
  })
}
