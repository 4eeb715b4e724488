import { applyEdits, fieldsOfLayout, withLayout } from '@pipewright/metadata'
import { aSalesApp, aTextField } from '@pipewright/metadata/builders'
import type { AppDefinition, Edit, Form, FormLayout } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { aimEdits } from './aim-edits.ts'

const short: FormLayout = {
  key: 'short',
  label: { en: 'Short' },
  layout: {
    sections: [
      { key: 'top', columns: 1, items: [{ field: 'amount' }, { field: 'name' }, { field: 'owner' }] },
    ],
  },
}

const app: AppDefinition = {
  ...aSalesApp(),
  forms: aSalesApp().forms.map((form) => (form.key === 'opportunity' ? { ...form, layouts: [short] } : form)),
}

const opportunity = (definition: AppDefinition): Form =>
  definition.forms.find(({ key }) => key === 'opportunity') as Form

const fieldsOf = (form: Form) => fieldsOfLayout(form.layout)

/** What stands on the standard layout and on the further one after the edits. */
function after(layout: string | null, ...edits: Edit[]) {
  const result = applyEdits(app, aimEdits(opportunity(app), layout, edits))
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  const form = opportunity(result.definition)
  return { standard: fieldsOf(form), short: fieldsOf(withLayout(form, 'short')) }
}

const before = { standard: fieldsOf(opportunity(app)), short: ['amount', 'name', 'owner'] }
const form = 'opportunity'
const adding = (key: string, index = 0): Edit => ({
  type: 'addField',
  form,
  field: aTextField({ key }),
  section: 'top',
  index,
  write: [],
  read: [],
})
const [first = ''] = opportunity(app).layout.sections.map(({ key }) => key)

test.each<[string, string | null, Edit[], { standard: string[]; short: string[] }]>([
  [
    'moves a field on the layout that is open alone',
    'short',
    [{ type: 'moveField', form, field: 'name', section: 'top', index: 0 }],
    { ...before, short: ['name', 'amount', 'owner'] },
  ],
  [
    'takes a field off the layout that is open, and keeps it',
    'short',
    [{ type: 'removeField', form, field: 'amount' }],
    { ...before, short: ['name', 'owner'] },
  ],
  [
    'takes off what every record has by itself',
    'short',
    [{ type: 'removeField', form, field: 'owner' }],
    { ...before, short: ['amount', 'name'] },
  ],
  [
    'puts new fields on both layouts',
    'short',
    [adding('one', 1), adding('two', 2)],
    { standard: [...before.standard, 'one', 'two'], short: ['amount', 'one', 'two', 'name', 'owner'] },
  ],
  [
    'puts a new field only on the standard layout while that is open',
    null,
    [{ ...adding('one'), section: first } as Edit],
    { ...before, standard: ['one', ...before.standard] },
  ],
])('%s', (_, layout, edits, expected) => {
  expect(after(layout, ...edits)).toEqual(expected)
})

test('a field that is renamed keeps its places on every layout', () => {
  const made = applyEdits(app, aimEdits(opportunity(app), 'short', [adding('fresh', 1)]))
  if ('problems' in made) throw new Error('not added')
  const now = opportunity(made.definition)
  const renaming: Edit[] = [
    { type: 'removeField', form, field: 'fresh', neverPublished: true },
    { ...adding('named', fieldsOf(now).indexOf('fresh')), section: first } as Edit,
  ]
  const result = applyEdits(made.definition, aimEdits(now, null, renaming))
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  const renamed = opportunity(result.definition)
  expect(fieldsOf(withLayout(renamed, 'short'))).toEqual(['amount', 'named', 'name', 'owner'])
  const again = applyEdits(made.definition, aimEdits(now, 'short', [renaming[0] as Edit, adding('named', 1)]))
  if ('problems' in again) throw new Error(JSON.stringify(again.problems))
  expect(fieldsOf(opportunity(again.definition))).toEqual(
    fieldsOf(now).map((key) => (key === 'fresh' ? 'named' : key)),
  )
})
