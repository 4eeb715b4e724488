import { indexDefinition } from '@pipewright/metadata'
import {
  aChoiceField,
  aForm,
  aLineItemsField,
  anApp,
  aRelationField,
  aTextField,
} from '@pipewright/metadata/builders'
import type { Conversion } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import { newConversion } from './new-conversion.ts'
import { needsStep, usesOfStep, withoutStep } from './step-uses.ts'
import { noteOf, suggestValues, unfilledFields } from './suggest-values.ts'

const status = (keys: readonly string[]) =>
  aChoiceField({ key: 'status', options: keys.map((key) => ({ key, label: { en: key } })) as never })

const index = indexDefinition(
  anApp({
    forms: [
      aForm({
        key: 'lead',
        fields: [
          aTextField({ key: 'company' }),
          aTextField({ key: 'tel', label: { en: 'Phone', zh: '电话' } }),
          status(['new', 'won']),
          aRelationField({ key: 'customer', form: 'account' }),
          aLineItemsField({ key: 'wishes', fields: [aTextField({ key: 'product' })] }),
        ],
      }),
      aForm({
        key: 'account',
        fields: [
          aTextField({ key: 'name', label: { en: 'Name' }, required: true }),
          aTextField({ key: 'phone', label: { en: 'phone' } }),
          status(['new']),
          aRelationField({ key: 'origin', form: 'lead' }),
        ],
      }),
      aForm({
        key: 'deal',
        fields: [
          aTextField({ key: 'company' }),
          status(['new', 'won', 'lost']),
          aRelationField({ key: 'client', form: 'account' }),
          aLineItemsField({ key: 'items', fields: [aTextField({ key: 'product' })] }),
        ],
      }),
    ],
  }),
)
const account = { key: 'account', form: 'account', values: {} }

describe('values by name', () => {
  it('are found by key, by label, and by what a relation points to', () => {
    expect(suggestValues(index, { form: 'lead', made: [] }, { form: 'account' })).toEqual({
      phone: { var: 'tel' },
      origin: { var: 'id' },
    })
  })

  it('point at what was made before, and take only options that the other field has', () => {
    expect(suggestValues(index, { form: 'lead', made: [account] }, { form: 'deal' })).toEqual({
      company: { var: 'company' },
      status: { var: 'status' },
      client: { var: '$created.account.id' },
    })
  })

  it('leave alone what has a value', () => {
    const values = { company: null, status: 'new', client: null }
    expect(suggestValues(index, { form: 'lead', made: [account] }, { form: 'deal' }, values)).toEqual({})
  })

  it('are those of the row, in rows', () => {
    const site = { form: 'lead', made: [], row: { form: 'lead', lineItems: 'wishes' } }
    expect(suggestValues(index, site, { form: 'deal', lineItems: 'items' })).toEqual({
      product: { var: '$row.product' },
    })
  })
})

it('begins a conversion with the form that the record points at, and links it back', () => {
  const lead = index.form('lead')
  expect(lead && newConversion(index, lead)).toMatchObject({
    creates: [{ key: 'account', form: 'account', values: { phone: { var: 'tel' } } }],
    updates: { customer: { var: '$created.account.id' } },
    open: 'account',
  })
})

it('tells what must be filled, and what will not go together', () => {
  const at = (form: string, key: string) => {
    const found = index.field(form, key)?.field
    if (found === undefined) throw new Error(key)
    return found
  }
  expect(unfilledFields(index.fieldsOf('account'), { phone: null }).map(({ key }) => key)).toEqual(['name'])
  const site = { form: 'lead', made: [] }
  expect(noteOf(index, site, at('account', 'status'), 'status')).toEqual({
    code: 'foreignOptions',
    options: ['won'],
  })
  expect(noteOf(index, site, at('deal', 'status'), 'status')).toBeUndefined()
  expect(noteOf(index, site, at('account', 'status'), 'tel')).toEqual({ code: 'notOptions' })
  expect(noteOf(index, site, at('account', 'phone'), 'status')).toEqual({ code: 'optionKey' })
  expect(noteOf(index, site, at('account', 'phone'), 'customer')).toEqual({ code: 'doesNotFit' })
  expect(noteOf(index, site, at('account', 'origin'), 'id')).toBeUndefined()
  expect(noteOf(index, site, at('deal', 'client'), 'id')).toEqual({ code: 'doesNotFit' })
  const later = { form: 'lead', made: [account] }
  expect(noteOf(index, later, at('deal', 'client'), '$created.account.id')).toBeUndefined()
  expect(noteOf(index, later, at('account', 'origin'), '$created.account.id')).toEqual({ code: 'doesNotFit' })
})

describe('a step that is taken away', () => {
  const made = { var: '$created.account.id' }
  const conversion: Conversion = {
    key: 'convert',
    label: { en: 'Convert' },
    creates: [
      account,
      {
        key: 'deal',
        form: 'deal',
        values: { company: { var: 'company' }, client: made },
        lines: [{ field: 'items', from: 'wishes', values: { product: made } }],
      },
    ],
    updates: { customer: made, status: 'won' },
    open: 'account',
  }

  it('takes along what refers to it, and only that', () => {
    expect(usesOfStep(conversion, 'account')).toEqual([
      { form: 'deal', field: 'client' },
      { field: 'customer' },
    ])
    expect(withoutStep(conversion, 'account')).toEqual({
      key: 'convert',
      label: { en: 'Convert' },
      creates: [
        {
          key: 'deal',
          form: 'deal',
          values: { company: { var: 'company' } },
          lines: [{ field: 'items', from: 'wishes', values: {} }],
        },
      ],
      updates: { status: 'won' },
    })
  })

  it('is known to be needed by a later one', () => {
    const [first, second] = conversion.creates
    expect(second && needsStep(second, 'account')).toBe(true)
    expect(first && needsStep(first, 'deal')).toBe(false)
  })
})
