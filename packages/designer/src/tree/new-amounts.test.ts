import { aForm, aMoneyField, anApp } from '@pipewright/metadata/builders'
import { expect, it } from 'vitest'
import { columnsOf, tableFields } from '../from-table/table-fields.ts'
import { addLibraryEdit } from '../library/add-library-field.ts'
import { newField } from './new-field.ts'

const form = aForm({ key: 'deal', fields: [...aForm().fields, aMoneyField({ currency: 'USD' })] })
const app = { ...anApp({ forms: [form] }), currency: 'EUR' }

it('begins an amount from the palette in the currency of the workspace', () => {
  expect(newField(app, form, 'money')).toMatchObject({ currency: 'EUR' })
  expect(newField(app, form, 'foreignMoney')).toMatchObject({ currency: 'EUR', home: 'EUR' })
})

it('begins an amount of the library in it', () => {
  const slot = { section: form.layout.sections[0]?.key ?? '', index: 0 }
  expect(addLibraryEdit(app, form, 'order_amount', slot)?.field).toMatchObject({ currency: 'EUR' })
})

it('begins an amount of a table in it, unless the cells write another', () => {
  const fieldsOf = (cell: string) =>
    tableFields(columnsOf({ header: ['Amount'], rows: [[cell], [cell]], more: false }), {
      locale: 'en',
      currency: 'EUR',
    })
  expect(fieldsOf('1,200.50')).toMatchObject([{ type: 'money', currency: 'EUR' }])
  expect(fieldsOf('£1,200.50')).toMatchObject([{ type: 'money', currency: 'GBP' }])
})
