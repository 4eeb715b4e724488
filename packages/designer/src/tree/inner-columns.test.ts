import { applyEdits, checkDefinition, indexDefinition } from '@pipewright/metadata'
import { aSalesApp } from '@pipewright/metadata/builders'
import type { Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { canAdd, firstAccess, newField } from './new-field.ts'

test('line items become a column of line items, with columns of their own', () => {
  const app = aSalesApp()
  const form = app.forms.find(({ key }) => key === 'opportunity')
  if (form === undefined) throw new Error('no form')
  expect(canAdd(app, form, 'lineItems', 'items')).toBe(true)
  const parts = newField(app, form, 'lineItems', { lineItems: 'items', label: { en: 'Parts' } })
  const at = (field: Edit & object) => field
  const added = applyEdits(app, [
    at({
      type: 'addField',
      form: form.key,
      field: parts,
      lineItems: 'items',
      index: 0,
      ...firstAccess(app, form.key, parts),
    }),
  ])
  if ('problems' in added) throw new Error(JSON.stringify(added.problems))
  const grown = added.definition.forms.find(({ key }) => key === form.key) ?? form
  const pieces = newField(added.definition, grown, 'number', {
    lineItems: 'items.parts',
    label: { en: 'Name' },
  })
  expect(pieces.key).toBe('name_2')
  const both = applyEdits(added.definition, [
    at({
      type: 'addField',
      form: form.key,
      field: pieces,
      lineItems: 'items.parts',
      index: 1,
      ...firstAccess(app, form.key, pieces),
    }),
  ])
  if ('problems' in both) throw new Error(JSON.stringify(both.problems))
  const columns = indexDefinition(both.definition).fieldsOf(form.key, 'items.parts')
  expect(columns.map(({ key }) => key)).toEqual(['name', 'name_2'])
  expect(checkDefinition(both.definition)).toEqual([])
  const undone = applyEdits(both.definition, [...both.inverse, ...added.inverse])
  expect('problems' in undone ? undone.problems : undone.definition).toEqual(app)
})
