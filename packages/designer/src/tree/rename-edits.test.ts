import { applyEdits } from '@pipewright/metadata'
import { aSalesApp } from '@pipewright/metadata/builders'
import type { AppDefinition } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import { fieldOrder } from './layout-places.ts'
import { addFieldEdit } from './new-field.ts'
import { firstName, renameEdits } from './rename-edits.ts'

const apply = (app: AppDefinition, edits: Parameters<typeof applyEdits>[1]) => {
  const result = applyEdits(app, edits)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.definition
}
const formOf = (app: AppDefinition) => app.forms.find(({ key }) => key === 'opportunity')!
const fieldOf = (app: AppDefinition, key: string) => formOf(app).fields.find((field) => field.key === key)!

/** The sales app with a new percent field at the second place. */
function withPercent() {
  const app = aSalesApp()
  return apply(app, [addFieldEdit(app, formOf(app), 'percent', { section: 'main', index: 1 })])
}

describe('naming a new field', () => {
  it('lets the key follow the name and keeps place and rights', () => {
    const app = withPercent()
    const made = renameEdits(app, formOf(app), fieldOf(app, 'percent'), {
      label: { zh: '折扣率' },
      published: false,
    })
    const named = apply(app, made.edits)
    expect(fieldOrder(formOf(named))[1]).toBe(made.key)
    expect(made.key).toMatch(/^zhe_kou_l/)
    expect(named.roles[0]!.forms[1]!.write).toContain(made.key)
    expect(named.retired).toEqual([])
  })

  it('changes only the label once it is published, or used', () => {
    const app = withPercent()
    const field = fieldOf(app, 'percent')
    const label = { en: 'Discount' }
    expect(renameEdits(app, formOf(app), field, { label, published: true }).edits).toMatchObject([
      { type: 'setField' },
    ])
    const amount = fieldOf(app, 'amount')
    expect(renameEdits(app, formOf(app), amount, { label, published: false }).key).toBe('amount')
  })

  it('drops the name of the type in the other language, but no name that somebody gave', () => {
    const field = fieldOf(withPercent(), 'percent')
    expect(firstName(field, { ...field.label, en: 'Discount' })).toEqual({ en: 'Discount' })
    const given = { ...field, label: { en: 'Discount', zh: '折扣' } }
    expect(firstName(given, { en: 'Rebate', zh: '折扣' })).toEqual({ en: 'Rebate', zh: '折扣' })
  })
})
