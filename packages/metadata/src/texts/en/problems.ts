import { viewNeeds } from './view-needs.ts'
import { localize } from '../../localize.ts'
import type { ProblemTexts } from '../texts.ts'
import { usesText } from './uses.ts'
import { words } from './words.ts'

const { targets, expectations } = words

export const problems: ProblemTexts = {
  invalid: ({ message }) => `This does not have the right form: ${message}.`,
  'duplicate-key': ({ key }) => `The key “${key}” is used twice.`,
  'reserved-key': ({ key }) => `The key “${key}” is reserved. Choose another one.`,
  'retired-key': ({ key }) => `The key “${key}” was used before and cannot be used again.`,
  'not-retired': ({ key }) => `“${key}” was published and is missing, but its key is not retired.`,
  'table-name-taken': ({ table }) => `The table name “${table}” is already taken. Choose another key.`,
  'column-name-too-long': ({ column }) =>
    `“${column}” would be the name of a column, and is longer than 63 characters. Give the field a shorter key.`,
  'table-name-too-long': ({ table }) => `The table name “${table}” is too long. Choose a shorter key.`,
  'too-many-fields': ({ count, most }) => `${count} fields are too many; a form can have ${most}.`,
  'unknown-form': ({ key }) => `There is no form “${key}”.`,
  'unknown-option-set': ({ key }) => `There is no option set “${key}”.`,
  'unknown-report': ({ key }) => `There is no report “${key}”.`,
  'unknown-view': ({ key }) => `There is no view “${key}”.`,
  'unknown-dashboard': ({ key }) => `There is no dashboard “${key}”.`,
  'unknown-role': ({ key }) => `There is no role “${key}”.`,
  'unknown-field': ({ path, form }) => `There is no field “${path}” in the form “${form}”.`,
  'unknown-option': ({ option, path }) => `“${option}” is not an option of “${path}”.`,
  'unknown-variable': ({ name }) => `“${name}” means nothing here.`,
  'unknown-step': ({ key }) => `There is no step “${key}”.`,
  'unknown-section': ({ key }) => `There is no section “${key}”.`,
  'not-of-the-rows': ({ path, rows }) =>
    `A rule over the rows of “${rows}” acts on their columns only, so “${path}” does not fit here.`,
  'needs-rows': ({ path }) => `“${path}” is a column: let the rule look at the rows one by one to set it.`,
  'unsuitable-field': ({ path, expects }) =>
    `“${path}” does not fit here: ${expectations[expects]} is needed.`,
  'not-in-layout': ({ field }) => `The field “${localize(field, 'en')}” has no place in the layout.`,
  'layout-never-fits': ({ layout }) =>
    `The layout “${localize(layout, 'en')}” is for stages or record types, but the form has no such field.`,
  'twice-in-layout': ({ field }) => `The field “${field}” stands in the layout twice.`,
  'listed-twice': ({ key }) => `“${key}” is listed twice.`,
  'options-missing': ({ field }) =>
    `The field “${localize(field, 'en')}” needs at least one option or an option set.`,
  'options-twice': ({ field }) =>
    `The field “${localize(field, 'en')}” has both its own options and an option set. Keep one.`,
  'not-in-line-items': ({ field }) => `The field “${localize(field, 'en')}” cannot stand inside line items.`,
  'nested-too-deep': ({ field, table }) =>
    `“${localize(field, 'en')}” cannot stand in “${localize(table, 'en')}”: line items go one level deep, and “${localize(table, 'en')}” stands in line items already.`,
  'delete-in-line-items': ({ field }) =>
    `${localize(field, 'en')} is a column of line items, so it cannot delete records: let it refuse or be emptied.`,
  'must-be-required-or-clear': ({ field }) =>
    `“${localize(field, 'en')}” is required, so it cannot be cleared when the related record is deleted.`,
  'finds-too-much': () =>
    'Ask for one text, number, phone or e-mail at least, so that nobody can list records by choosing.',
  'no-such-day': ({ value }) => `There is no day “${value}”.`,
  'min-above-max': ({ min, max }) => `The smallest value ${min} is above the largest value ${max}.`,
  'too-many-digits': ({ value, scale }) => `${value} has more than ${scale} decimal places.`,
  'wrong-default': ({ field }) => `The default value does not fit the field “${localize(field, 'en')}”.`,
  'wrong-value': ({ place, field }) =>
    `“${localize(place, 'en')}”: the value does not fit the field “${localize(field, 'en')}”.`,
  'bad-expression': ({ place, reason }) => `“${localize(place, 'en')}”: ${localize(reason, 'en')}`,
  'red-example': ({ of, place, row, reason }) =>
    `Example ${row} of the ${of} “${localize(place, 'en')}”: ${localize(reason, 'en')}`,
  'not-for-index': ({ part }) =>
    `What must not occur twice can only be limited by stored fields of the record itself and plain comparisons; “${part}” does not fit.`,
  'wrong-result': ({ field, form, source }) =>
    `“${localize(field, 'en')}” in “${localize(form, 'en')}” shows “${localize(source, 'en')}” and would no longer be of its type. Change that field first, or remove it.`,
  'pattern-missing': ({ field }) =>
    `“${localize(field, 'en')}” needs the pattern that its text has to match.`,
  'bad-pattern': ({ field, reason }) =>
    `The pattern of “${localize(field, 'en')}” is not a regular expression that can be used (RE2): ${reason}.`,
  'currency-missing': ({ field }) => `“${localize(field, 'en')}” is money, so it needs a currency.`,
  'unknown-country': ({ code }) => `There is no country “${code}” (ISO 3166).`,
  'source-missing': ({ field }) =>
    `Choose where the value of “${localize(field, 'en')}” comes from: a relation, or a search.`,
  'rows-missing': ({ field }) => `Choose which records or line items “${localize(field, 'en')}” sums up.`,
  'field-missing': () => 'Choose the field that is calculated.',
  'counter-missing': ({ field }) => `The number “${localize(field, 'en')}” needs exactly one counter.`,
  'number-repeats': ({ field }) =>
    `The counter of “${localize(field, 'en')}” starts again, so the pattern has to show the period or field it starts for.`,
  'link-incomplete': () => 'A link in the navigation needs a name and an address.',
  'widget-content': ({ dashboard }) =>
    `A part of the dashboard “${localize(dashboard, 'en')}” shows nothing, or several things at once.`,
  'view-setting-missing': ({ setting }) => viewNeeds[setting],
  'no-label': ({ key }) => `The field “${key}” needs a name in at least one language.`,
  cycle: ({ path }) =>
    `These fields are calculated from one another in a circle: ${path.map((name) => localize(name, 'en')).join(' → ')}.`,
  'in-use': ({ what, uses }) => `“${what}” is still used: ${usesText(uses)}.`,
  'unknown-target': ({ what, key }) => `There is no ${targets[what]} “${key}” any more.`,
  'key-taken': ({ key }) => `The key “${key}” is already taken.`,
  'type-changed': ({ field }) => `The type of the field “${localize(field, 'en')}” cannot be changed.`,
  'columns-changed': () => 'The columns of line items are changed one by one.',
  'last-column': () => 'Line items need at least one column.',
  'last-section': () => 'A form needs at least one section.',
  'stage-field-missing': ({ form }) =>
    `Choose the field that holds the stages of “${form}”, and for pipelines the field that holds those.`,
  'reminder-endless': ({ reminder }) =>
    `“${localize(reminder, 'en')}” would repeat for ever: say how many times, or under which condition.`,
  'reminder-fixed-words': ({ reminder, field }) =>
    `“{{${field}}}” can stand in what “${localize(reminder, 'en')}” tells, not in its name or in its task: those read the same for everybody.`,
  'reminder-asks-who': ({ reminder }) =>
    `The condition of “${localize(reminder, 'en')}” cannot ask who looks: reminders are sent by themselves.`,
  'section-not-empty': () => 'A new section has to be empty.',
  'out-of-range': ({ index, most }) => `Position ${index} does not exist; the last one is ${most}.`,
  'changed-meanwhile': ({ what }) => `“${what}” was changed meanwhile, so this does not fit any more.`,
}
