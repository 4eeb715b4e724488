import type { EffectTexts } from './effect-texts.ts'

const records = (count: number): string =>
  count === 1 ? '1 record' : `${count.toLocaleString('en')} records`
const examples = (titles: readonly string[] | undefined): string =>
  titles === undefined || titles.length === 0
    ? ''
    : ` For example: ${titles.map((title) => `“${title}”`).join(', ')}.`
const holds = (count: number): string => (count === 1 ? 'holds' : 'hold')

export const en: EffectTexts = {
  'values-parked': ({ field }, count) =>
    `${records(count)} ${holds(count)} a value in “${field}”. The values are kept for 30 days and come back if the field does.`,
  'records-parked': ({ form }, count) =>
    `${records(count)} of “${form}” will no longer be seen. They are kept for 30 days and come back if the form does.`,
  'required-empty': ({ field }, count) =>
    `${records(count)} ${count === 1 ? 'has' : 'have'} no value in “${field}”. Fill it in first, or publish: then it must be filled in when ${count === 1 ? 'it is' : 'they are'} next saved.`,
  'unique-duplicates': ({ field, records: titles }, count) =>
    `${records(count)} ${count === 1 ? 'shares its' : 'share their'} value in “${field}” with another. Correct this first: change or empty the value, or delete what is there twice.${examples(titles)} Records cannot be left out by their age, because a new one may equal an old one. To keep them, let only records that meet a condition be compared (Settings, “Must not occur twice”), or have people warned instead (“Fields that point to a duplicate”).`,
  'rows-repeat': ({ field, table }, count) =>
    `${count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`} of “${table}” ${count === 1 ? 'has' : 'have'} the same in “${field}” as another row of the record. They stay as they are until they are changed.`,
  'relation-dangling': ({ field }, count) =>
    `${records(count)} ${count === 1 ? 'refers' : 'refer'} by “${field}” to the form it pointed to until now. Empty the field first.`,
  'relation-narrowed': ({ field }, count) =>
    `${records(count)} ${count === 1 ? 'refers' : 'refer'} to more than one record by “${field}”. Leave at most one in each first.`,
  'target-parked': ({ field, form }, count) =>
    `${records(count)} ${count === 1 ? 'names' : 'name'} a record of “${form}” in “${field}”, which will be empty there. The values are kept and come back if the form can be picked again.`,
  'amounts-counted': ({ field, home }, count) =>
    `${records(count)} ${holds(count)} amounts in “${field}” that are counted in ${home}. Workspace currency, date of the rate and decimal places can only change while there are none: add another field instead.`,
  'digits-kept': ({ field, scale }, count) =>
    `${records(count)} ${holds(count)} more than ${scale} decimal places in “${field}”. They are kept as they are.`,
  'values-converted': ({ field, examples }, count) =>
    `${records(count)} ${count === 1 ? 'has' : 'have'} a value in “${field}” that converts (${examples}). The old values are kept aside for 30 days.`,
  'values-kept': ({ field, examples }, count) =>
    `${records(count)} ${holds(count)} a value in “${field}” that does not convert (${examples}). The field will be empty there; the old values are kept for 30 days and come back when an earlier revision is restored.`,
  'option-in-use': ({ field, option }, count) =>
    `${records(count)} ${holds(count)} the removed option “${option}” in “${field}”. They keep it until it is changed.`,
  'too-long': ({ field, maxLength }, count) =>
    `${records(count)} ${holds(count)} more than ${maxLength} characters in “${field}”. They must be shortened when next saved.`,
  'reminder-due': ({ reminder }, count) =>
    count === 0
      ? `“${reminder}” tells of no record today.`
      : `“${reminder}” tells of ${records(count)} today.`,
  'table-full': ({ form, most }, count) =>
    `“${form}” would need ${count.toLocaleString('en')} columns, those of removed fields that are still kept counted; a form takes at most ${most.toLocaleString('en')}. Move fields to another form, or clear what is kept of removed ones.`,
  'table-rebuilt': ({ form }, count) =>
    `The table of “${form}” has had ${count.toLocaleString('en')} columns over time and is copied into a new one. Nothing of it is lost; people wait until that is done.`,
  'table-crowded': ({ form }, count) =>
    `The table of “${form}” will have had ${count.toLocaleString('en')} columns over time. From 1,500 on it is copied into a new one when that is published.`,
  'many-fields': ({ form, many }, count) =>
    `“${form}” has ${count.toLocaleString('en')} fields. It works, but above ${many} a form is slow to fill in; consider two forms with a relation.`,
  'rule-broken': ({ rule }, count) =>
    `${records(count)} ${count === 1 ? 'does' : 'do'} not keep to “${rule}”. Correct ${count === 1 ? 'it' : 'them'} first, or publish: from then on the rule holds for whatever is saved, and ${count === 1 ? 'this one' : 'these'} must be corrected when next saved.`,
  'rule-unchecked': ({ rule, why }) =>
    `${why === 'writer' ? `“${rule}” depends on who writes and on what` : `“${rule}” asks of fields that are only made with this, or in a way that stored records cannot be asked`}, so the records there are were not checked. It holds for whatever is saved from now on.`,
  'conversion-fails': ({ conversion, tried }, count) =>
    `“${conversion}” was tried on ${tried === 1 ? 'the latest record' : `the latest ${tried} records`} it is offered for, without keeping anything: ${tried === 1 ? 'it' : count} would be refused. Correct the conversion or ${count === 1 ? 'the record' : 'the records'} first, or publish: then ${count === 1 ? 'it is' : 'they are'} refused when somebody converts ${count === 1 ? 'it' : 'them'}.`,
  'conversion-unchecked': ({ conversion, why }) =>
    why === 'parts'
      ? `“${conversion}” uses forms or fields that are only made with this, so it was not tried on the records there are.`
      : `“${conversion}” could not be tried on the records there are, because they are in use. Look again later, or publish.`,
  'view-in-way': ({ form, views }, count) =>
    `${count === 1 ? 'A database view that somebody made looks' : 'Database views that somebody made look'} at columns of “${form}” that this changes: ${views.join(', ')}. Nothing can be published before whoever looks after the database drops ${count === 1 ? 'it' : 'them'} (drop view); create ${count === 1 ? 'it' : 'them'} again afterwards.`,
}
