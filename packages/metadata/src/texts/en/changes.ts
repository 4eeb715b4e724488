import type { LayoutElement, LocalizedText } from '@pipewright/schemas'
import type { Named, OptionChanges } from '../../diff/change.ts'
import { elementName, specOfElement } from '../../layout-elements/index.ts'
import { localize } from '../../localize.ts'
import type { ChangeTexts } from '../texts.ts'
import { words } from './words.ts'

const text = (label: LocalizedText | undefined, key: string): string => localize(label, 'en') || key
const name = ({ key, label }: Named): string => text(label, key)
const quoted = (named: Named): string => `“${name(named)}”`
const list = (items: readonly string[]): string => new Intl.ListFormat('en').format(items)
const place = ({ form, lineItems }: { form: Named; lineItems?: Named }): string =>
  lineItems === undefined ? name(form) : `${quoted(lineItems)} of ${name(form)}`
const thing = (element: LayoutElement): string =>
  `the ${localize(specOfElement(element).label, 'en').toLowerCase()} “${text(elementName(element), element.key)}”`
const inSection = (section: Named | undefined): string =>
  section?.label === undefined ? '' : `, section ${name(section)}`

export function options({ added, removed, changed, reordered }: OptionChanges): string {
  const parts = [
    added.length > 0 && `added ${list(added.map(quoted))}`,
    removed.length > 0 && `removed ${list(removed.map(quoted))}`,
    changed.length > 0 && `changed ${list(changed.map(({ after }) => quoted(after)))}`,
    reordered && 'changed the order',
  ]
  return parts.filter((part) => part !== false).join(', ')
}

const withOptions = (changes: OptionChanges | undefined): string =>
  changes === undefined ? '' : ` (${options(changes)})`

const fieldChanged: ChangeTexts['fieldChanged'] = (change) => {
  const { before, after, properties } = change
  const where = `${quoted(after)} in ${place(change)}`
  if (properties.length === 1 && properties[0] === 'required')
    return 'required' in after && after.required === true
      ? `Made ${where} required`
      : `Made ${where} optional`
  if (properties.length === 1 && properties[0] === 'label')
    return `Renamed ${quoted(before)} in ${place(change)} to ${quoted(after)}`
  const what = list(properties.map((one) => words.fieldProperties[one]))
  return `Changed ${what} of ${where}${withOptions(change.options)}`
}

export const changes: ChangeTexts = {
  appRenamed: ({ before, after }) => `Renamed the app “${text(before, '')}” to “${text(after, '')}”`,
  currencyChanged: ({ before, after }) =>
    before === after
      ? `Made ${after} the currency of the workspace`
      : `New amounts begin in ${after} instead of ${before}; fields that exist keep their currency`,
  formAdded: ({ form }) => `Added the form ${quoted(form)}`,
  formRemoved: ({ form }) => `Removed the form ${quoted(form)}`,
  formChanged: ({ after, properties }) =>
    `Changed ${list(properties.map((one) => words.formProperties[one]))} of the form ${quoted(after)}`,
  fieldAdded: (change) =>
    `Added the ${words.fieldTypes[change.field.type]} ${quoted(change.field)} to ${place(change)}${inSection(change.section)}`,
  fieldRemoved: (change) =>
    `Removed the ${words.fieldTypes[change.field.type]} ${quoted(change.field)} from ${place(change)}`,
  fieldChanged,
  fieldMoved: (change) => `Moved ${quoted(change.field)} in ${place(change)}${inSection(change.section)}`,
  sectionAdded: ({ form, section }) => `Added the section ${quoted(section)} to ${name(form)}`,
  sectionRemoved: ({ form, section }) => `Removed the section ${quoted(section)} from ${name(form)}`,
  sectionChanged: ({ form, after }) => `Changed the section ${quoted(after)} of ${name(form)}`,
  elementAdded: ({ form, element }) => `Added ${thing(element)} to ${name(form)}`,
  elementRemoved: ({ form, element }) => `Removed ${thing(element)} from ${name(form)}`,
  elementChanged: ({ form, after }) => `Changed ${thing(after)} of ${name(form)}`,
  formLayoutAdded: ({ form, formLayout }) => `Added the layout ${quoted(formLayout)} to ${name(form)}`,
  formLayoutRemoved: ({ form, formLayout }) => `Removed the layout ${quoted(formLayout)} of ${name(form)}`,
  formLayoutChanged: ({ form, after }) => `Changed the layout ${quoted(after)} of ${name(form)}`,
  formLayoutsReordered: ({ form }) => `Changed which layout of ${name(form)} goes first`,
  layoutChanged: ({ form, properties }) =>
    `Changed ${list(properties.map((one) => words.layoutProperties[one]))} of ${name(form)}`,
  ruleAdded: ({ form, rule }) => `Added the rule ${quoted(rule)} to ${name(form)}`,
  ruleRemoved: ({ form, rule }) => `Removed the rule ${quoted(rule)} from ${name(form)}`,
  ruleChanged: ({ form, after }) => `Changed the rule ${quoted(after)} of ${name(form)}`,
  conversionAdded: ({ form, conversion }) => `Added the conversion ${quoted(conversion)} to ${name(form)}`,
  conversionRemoved: ({ form, conversion }) =>
    `Removed the conversion ${quoted(conversion)} from ${name(form)}`,
  conversionChanged: ({ form, after }) => `Changed the conversion ${quoted(after)} of ${name(form)}`,
  reminderAdded: ({ form, reminder }) => `Added the reminder ${quoted(reminder)} to ${name(form)}`,
  reminderRemoved: ({ form, reminder }) => `Removed the reminder ${quoted(reminder)} from ${name(form)}`,
  reminderChanged: ({ form, after }) => `Changed the reminder ${quoted(after)} of ${name(form)}`,
  conversionsReordered: ({ form }) => `Changed the order of the conversions of ${name(form)}`,
  publicFormAdded: ({ form, publicForm }) => `Added the public form ${quoted(publicForm)} to ${name(form)}`,
  publicFormRemoved: ({ form, publicForm }) =>
    `Removed the public form ${quoted(publicForm)} from ${name(form)}`,
  publicFormChanged: ({ form, after }) => `Changed the public form ${quoted(after)} of ${name(form)}`,
  documentAdded: ({ kind, document }) => `Added the ${words.documents[kind]} ${quoted(document)}`,
  documentRemoved: ({ kind, document }) => `Removed the ${words.documents[kind]} ${quoted(document)}`,
  documentChanged: (change) =>
    `Changed the ${words.documents[change.kind]} ${quoted(change.after)}${withOptions(change.options)}`,
  navigationChanged: () => 'Changed the navigation',
}
