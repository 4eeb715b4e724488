import type { Field, Form, OptionSet, Rule } from '../../schemas/src/index.ts'
import { evaluateCondition } from '../../packages/logic/src/index.ts'
import { describe, expect, test } from 'vitest'
import { dayOf, readSample } from './read-sample.ts'
import type { SampleRow } from './read-sample.ts'
import { readDocuments } from './read-template.ts'
import { languages } from './sample.ts'
import type { Language } from './sample.ts'

const forms = readDocuments('forms').map(({ content }) => content as Form)
const optionSets = readDocuments('option-sets').map(({ content }) => content as OptionSet)
const both = Object.keys(languages) as Language[]
const calculated = new Set<Field['type']>(['formula', 'rollup', 'autoNumber', 'lineItems'])
const marks = new Set(['id', 'owner', 'created', 'parent'])
const shapes: Readonly<Partial<Record<Field['type'], RegExp>>> = {
  date: /^\{today[+-]\d+\}$/,
  dateTime: /^\{today[+-]\d+ \d\d:\d\d\}$/,
  money: /^\d+\.\d\d$/,
  number: /^\d+$/,
  percent: /^\d+$/,
  yesNo: /^(true|false)$/,
}
const installed = Date.UTC(2026, 4, 20)
const context = { now: '2026-05-20T08:00:00.000Z', today: '2026-05-20', zone: 'UTC' }

/** The cell as the API would carry it. */
function valueOf(field: Field | undefined, cell: string): unknown {
  if (cell === '') return null
  if (field?.type === 'yesNo') return cell === 'true'
  if (field?.type === 'multiChoice') return cell.split('|')
  if (field?.type !== 'date' && field?.type !== 'dateTime') return cell
  const moment = new Date(installed + dayOf(cell) * 86_400_000).toISOString()
  return field.type === 'date' ? moment.slice(0, 10) : moment
}

function optionsOf(field: Field): string[] {
  if (field.type !== 'choice' && field.type !== 'multiChoice') return []
  const options = field.options ?? optionSets.find((set) => set.key === field.optionSet)?.options ?? []
  return options.map((option) => option.key)
}

function breaks(rule: Rule, form: Form, row: SampleRow): boolean {
  const data = Object.fromEntries(
    Object.entries(row).map(([key, cell]) => [
      key,
      valueOf(
        form.fields.find((field) => field.key === key),
        cell,
      ),
    ]),
  )
  if (!evaluateCondition(rule.when, data, context)) return false
  return rule.effects.some(
    (effect) =>
      effect.type === 'refuse' ||
      (effect.type === 'require' && (effect.fields ?? []).some((field) => !row[field])),
  )
}

describe.each(both)('the %s sample', (language) => {
  const sample = readSample(language)
  const members = new Set(sample.rows('members').map((member) => member.key))
  const tables = forms.flatMap((form) => [
    { name: form.key, fields: form.fields, isForm: true },
    ...form.fields.flatMap((field) =>
      field.type === 'lineItems'
        ? [{ name: `${form.key}.${field.key}`, fields: field.fields, isForm: false }]
        : [],
    ),
  ])

  test('has a file for every form and its line items, and no other', () => {
    expect(sample.names.toSorted()).toEqual(
      [...tables.map(({ name }) => name), 'departments', 'members'].toSorted(),
    )
  })

  const fits = (field: Field | undefined, key: string, cell: string): boolean => {
    if (!field) return marks.has(key)
    if (calculated.has(field.type)) return false
    if ('required' in field && field.required === true && cell === '') return false
    if (cell === '') return true
    if (field.type === 'relation') return sample.rows(field.form).some((row) => row.id === cell)
    if (field.type === 'choice' || field.type === 'multiChoice')
      return cell.split('|').every((option) => optionsOf(field).includes(option))
    const shape = shapes[field.type]
    return shape === undefined || shape.test(cell)
  }

  test.each(tables)('fills $name with values its fields can hold', ({ name, fields, isForm }) => {
    const misfits = sample.rows(name).flatMap((row) => {
      const missing = fields
        .filter((field) => 'required' in field && field.required && !row[field.key])
        .map(({ key }) => key)
      const wrong = Object.entries(row).flatMap(([key, cell]) =>
        fits(
          fields.find((field) => field.key === key),
          key,
          cell,
        )
          ? []
          : [`${row.id ?? row.parent} ${key} ${cell}`],
      )
      return [...missing, ...wrong, ...(isForm && !members.has(row.owner) ? [`${row.id} owner`] : [])]
    })
    expect(misfits).toEqual([])
  })

  test.each(forms)('breaks no rule of $key', (form) => {
    for (const row of sample.rows(form.key))
      expect(
        (form.rules ?? []).filter((rule) => breaks(rule, form, row)).map((rule) => `${rule.key} ${row.id}`),
      ).toEqual([])
  })

  test('gives everybody a role and a department that are there', () => {
    const departments = sample.rows('departments')
    const keys = departments.map((row) => row.key)
    const roles = readDocuments('roles').map(({ content }) => (content as { key: string }).key)
    for (const row of departments) {
      expect(['', ...keys]).toContain(row.parent)
      expect(members).toContain(row.manager)
    }
    for (const row of sample.rows('members')) {
      expect(keys).toContain(row.department)
      expect(roles).toContain(row.role)
    }
  })
})
