import { parseFormula } from '@pipewright/logic'
import { indexDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { expressionScope } from './expression-scope.ts'

const label = (en: string) => ({ en, zh: `${en} 中` })
const options = [{ key: 'red', label: label('Red') }]

const choice = (key: string, other: boolean): Field => ({
  type: 'choice',
  key,
  label: label(key),
  options,
  other,
})
const looks = (key: string, field: string): Field => ({
  type: 'lookup',
  key,
  label: label(key),
  path: `parent.${field}`,
  resultType: 'choice',
})

const fields: Field[] = [
  { type: 'text', key: 'name', label: label('name') },
  { type: 'relation', key: 'parent', label: label('parent'), form: 'thing' },
  choice('closed', false),
  choice('open', true),
  looks('seen_closed', 'closed'),
  looks('seen_open', 'open'),
]
const form = { key: 'thing', label: label('Thing'), labelPlural: label('Things'), titleField: 'name', fields }
const none = { optionSets: [], views: [], workflows: [], reports: [], dashboards: [], roles: [] }
const index = indexDefinition({ ...none, forms: [form] } as unknown as AppDefinition)
const problemsOf = (text: string) =>
  parseFormula(text, expressionScope(index, { form: 'thing' }, 'en')).problems.map(({ code }) => code)

test.each(['closed', 'open', 'seen_closed', 'seen_open'])(
  '%s is compared with its options in any language',
  (key) => {
    expect(problemsOf(`${key} = "RED"`)).toEqual([])
    expect(problemsOf(`${key} = "Red 中"`)).toEqual([])
  },
)

test('an answer of one’s own is refused where the field, or the one it shows, takes none', () => {
  expect(problemsOf('closed = "pink"')).toEqual(['unknownOption'])
  expect(problemsOf('seen_closed = "pink"')).toEqual(['unknownOption'])
  expect(problemsOf('open = "pink"')).toEqual([])
  expect(problemsOf('seen_open = "pink"')).toEqual([])
})
