import type { Form } from '@pipewright/schemas'
import { itemKey } from '../layout-items.ts'
import { matchRulesOver } from '../matching.ts'
import { compareByKey, differingProperties } from './by-key.ts'
import type { Change, FormProperty } from './change.ts'
import { diffFields, nameOf } from './diff-fields.ts'
import { diffFurtherLayouts } from './diff-further-layouts.ts'
import { diffLayout } from './diff-layout.ts'
import { movedItems } from './moved-items.ts'

const elsewhere = new Set<keyof Form>([
  'key',
  'fields',
  'layout',
  'layouts',
  'rules',
  'conversions',
  'publicForms',
  'reminders',
])

function diffParts(before: Form, after: Form): Change[] {
  const form = nameOf(after)
  const rules = compareByKey(before.rules, after.rules)
  const conversions = compareByKey(before.conversions, after.conversions)
  const orderOf = ({ conversions: list = [] }: Form) => list.map(({ key }) => key)
  const isReordered = movedItems(orderOf(before), orderOf(after)).length > 0
  const reminders = compareByKey(before.reminders, after.reminders)
  const pages = compareByKey(before.publicForms, after.publicForms)
  return [
    ...rules.added.map((rule): Change => ({ type: 'ruleAdded', form, rule })),
    ...rules.removed.map((rule): Change => ({ type: 'ruleRemoved', form, rule })),
    ...rules.changed.map((pair): Change => ({ type: 'ruleChanged', form, ...pair })),
    ...conversions.added.map((conversion): Change => ({ type: 'conversionAdded', form, conversion })),
    ...conversions.removed.map((conversion): Change => ({ type: 'conversionRemoved', form, conversion })),
    ...conversions.changed.map((pair): Change => ({ type: 'conversionChanged', form, ...pair })),
    ...(isReordered ? [{ type: 'conversionsReordered', form } satisfies Change] : []),
    ...reminders.added.map((reminder): Change => ({ type: 'reminderAdded', form, reminder })),
    ...reminders.removed.map((reminder): Change => ({ type: 'reminderRemoved', form, reminder })),
    ...reminders.changed.map((pair): Change => ({ type: 'reminderChanged', form, ...pair })),
    ...pages.added.map((publicForm): Change => ({ type: 'publicFormAdded', form, publicForm })),
    ...pages.removed.map((publicForm): Change => ({ type: 'publicFormRemoved', form, publicForm })),
    ...pages.changed.map((pair): Change => ({ type: 'publicFormChanged', form, ...pair })),
  ]
}

/** A form whose lists of fields name only those that the other side has too. */
function withoutOneSided(form: Form, other: Form): Form {
  const here = new Set(form.fields.map((field) => field.key))
  const there = new Set(other.fields.map((field) => field.key))
  const keep = (list: readonly string[] | undefined) =>
    (list ?? []).filter((key) => here.has(key) === there.has(key))
  return {
    ...form,
    searchFields: keep(form.searchFields),
    matchFields: keep(form.matchFields),
    ...(form.matching && {
      matching: {
        ...form.matching,
        rules: matchRulesOver(form.matching.rules, (key) => here.has(key) === there.has(key)),
      },
    }),
    // None at all means something else than an empty list.
    ...(form.copyFields && { copyFields: keep(form.copyFields) }),
  }
}

export function diffForm(before: Form, after: Form): Change[] {
  const properties = differingProperties(
    withoutOneSided(before, after),
    withoutOneSided(after, before),
  ).filter((name) => !elsewhere.has(name)) as FormProperty[]
  const own: Change[] = properties.length === 0 ? [] : [{ type: 'formChanged', before, after, properties }]
  const sectionOf = (key: string) => {
    const section = after.layout.sections.find(({ items }) => items.some((item) => itemKey(item) === key))
    return section && nameOf(section)
  }
  return [
    ...own,
    ...diffFields(before.fields, after.fields, { form: nameOf(after), sectionOf }),
    ...diffLayout(before, after),
    ...diffFurtherLayouts(before, after),
    ...diffParts(before, after),
  ]
}
