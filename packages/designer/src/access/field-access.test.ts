import { applyEdit } from '@pipewright/metadata'
import { aLineItemsField, aRight, aRole, aSalesApp } from '@pipewright/metadata/builders'
import { describe, expect, it } from 'vitest'
import { accessEdit, accessOf, accessPaths } from './field-access.ts'

describe('access to a field', () => {
  const app = aSalesApp()
  const role = app.roles[0]!

  it('is changed for one role and one field only', () => {
    const result = applyEdit(app, accessEdit(role, 'opportunity', ['amount'], 'read'))
    if ('problems' in result) throw new Error('the edit does not fit')
    const changed = result.definition.roles[0]!
    expect(accessOf(changed, 'opportunity', 'amount')).toBe('read')
    expect(accessOf(changed, 'opportunity', 'stage')).toBe('write')
    const [back] = [accessEdit(changed, 'opportunity', ['amount'], 'none')]
    const gone = applyEdit(result.definition, back)
    if ('problems' in gone) throw new Error('the edit does not fit')
    expect(accessOf(gone.definition.roles[0]!, 'opportunity', 'amount')).toBe('none')
  })

  it('covers the columns of line items with them', () => {
    expect(accessPaths(aLineItemsField())).toEqual(['items', 'items.quantity', 'items.price'])
  })

  it('is everything for administrators, nothing without rights on the form', () => {
    expect(accessOf(aRole({ admin: true }), 'lead', 'name')).toBe('write')
    expect(accessOf(aRole({ forms: [aRight({ form: 'other' })] }), 'lead', 'name')).toBe('none')
  })
})
