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
      effect.type === 'refuse' || (effect.type === 'require' && effect.fields.some((field) => !row[field])),
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

  test.each(tables)('fills $name with values its fields can hold', ({ name, fields, isForm }) => {
    for (const row of sample.rows(name)) {
      for (const key of Object.keys(row)) {
        const field = fields.find((each) => each.key === key)
        if (!field) expect(marks, `${name}.${key}`).toContain(key)
        if (field) expect(calculated, `${name}.${key}`).not.toContain(field.type)
        if (field?.type === 'relation' && row[key])
          expect(sample.find(field.form, row[key]).id).toBe(row[key])
        if (field?.type === 'choice' && row[key]) expect(optionsOf(field)).toContain(row[key])
        if (field?.type === 'multiChoice' && row[key])
          expect(optionsOf(field)).toEqual(expect.arrayContaining(row[key].split('|')))
        if (field?.type === 'date' || field?.type === 'dateTime')
          expect(row[key]).toMatch(/^$|^\{today[+-]\d+( \d\d:\d\d)?\}$/)
        if (field?.type === 'money') expect(row[key]).toMatch(/^$|^\d+\.\d\d$/)
      }
      if (isForm) expect(members).toContain(row.owner)
      for (const field of fields)
        if ('required' in field && field.required)
          expect(row[field.key], `${name} ${row.id} ${field.key}`).not.toBe('')
    }
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
