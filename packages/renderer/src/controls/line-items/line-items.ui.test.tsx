import type { JsonValue, Query } from '@pipewright/contract'
import type { LineItemsField } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { RecordChange } from '../../form/record-form-props.ts'
import { RecordForm } from '../../form/record-form.tsx'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { aForm, aTextField, fullRights, itemsField } from '../../testing/sample-app.ts'
import { controlOf } from '../index.ts'
import { asRows, type ItemRow } from './row-changes.ts'

afterEach(cleanup)

const table = itemsField as LineItemsField

function draw(rows: readonly ItemRow[], field: LineItemsField = table) {
  const seen: { value: JsonValue } = { value: rows as JsonValue }
  const { Control } = controlOf(field)
  function Held() {
    const [value, setValue] = useState<JsonValue>(rows as JsonValue)
    const put = (next: JsonValue) => {
      seen.value = next
      setValue(next)
    }
    return <Control field={field} id="items" label="Items" titles={{}} value={value} onChange={put} />
  }
  renderApp({ forms: [] }, <Held />)
  return () => asRows(seen.value).map((row) => row['product'])
}

const some: readonly ItemRow[] = [
  { id: '1', product: 'pump', quantity: '10' },
  { id: '2', product: 'Axle', quantity: '9' },
  { id: '3', product: 'belt', quantity: null },
]
const button = (name: string | RegExp) => screen.getByRole('button', { name })

it('lays the rows in the order of a column, up and down, and takes that back', async () => {
  const products = draw(some)
  await userEvent.click(button('Quantity'))
  expect(products()).toEqual(['Axle', 'pump', 'belt'])
  expect(screen.getByRole('columnheader', { name: /Quantity/ }).getAttribute('aria-sort')).toBe('ascending')
  await userEvent.click(button('Quantity'))
  expect(products()).toEqual(['pump', 'Axle', 'belt'])
  await userEvent.click(button('Undo sorting'))
  expect(products()).toEqual(['Axle', 'pump', 'belt'])
})

it('moves a row by the arrow keys on its grip, which keeps the focus', async () => {
  const products = draw(some)
  fireEvent.keyDown(button('Row 1: drag to move, or press the arrow keys'), { key: 'ArrowDown' })
  expect(products()).toEqual(['Axle', 'pump', 'belt'])
  const moved = button('Row 2: drag to move, or press the arrow keys')
  await waitFor(() => expect(document.activeElement).toBe(moved))
  fireEvent.keyDown(moved, { key: 'ArrowUp' })
  fireEvent.keyDown(button('Row 1: drag to move, or press the arrow keys'), { key: 'ArrowUp' })
  expect(products()).toEqual(['pump', 'Axle', 'belt'])
})

it('inserts between, and removes or copies several at once, and takes that back', async () => {
  const products = draw(some)
  await userEvent.click(button('Row 2: more'))
  await userEvent.click(await screen.findByText('Insert a row above'))
  expect(products()).toEqual(['pump', undefined, 'Axle', 'belt'])
  const box = (row: number) => screen.getByRole('checkbox', { name: `Pick row ${row}` })
  await userEvent.click(box(1))
  const user = userEvent.setup()
  await user.keyboard('{Shift>}')
  await user.click(box(3))
  await user.keyboard('{/Shift}')
  expect(screen.getByText('3 picked')).toBeTruthy()
  await userEvent.click(button('Remove'))
  expect(products()).toEqual(['belt'])
  await userEvent.click(button('Undo removing'))
  expect(products()).toEqual(['pump', undefined, 'Axle', 'belt'])
})

const product = aForm([aTextField()], { key: 'product', labelPlural: { en: 'Products' } })
const withProducts: LineItemsField = {
  ...table,
  fields: [
    {
      type: 'relation',
      key: 'product',
      label: { en: 'Product' },
      form: 'product',
      filter: {
        and: [{ eq: [{ var: 'account' }, { var: '$record.account' }] }, { eq: [{ var: 'unit' }, 'box'] }],
      },
      fill: [{ from: 'price', to: 'price' }],
    },
    ...table.fields.slice(1),
  ],
}
const deal = aForm([aTextField({ key: 'account' }), withProducts])

it('makes one row of each record picked in one go, filled as if it had been picked there', async () => {
  const asked: Query[] = []
  const sent: RecordChange[] = []
  const idOf = (one: string) => `01a21bfa-05fc-74b5-8c56-bc5aabdc3c6${one}`
  const row = (one: string) => aRecord({ id: idOf(one), title: `Product ${one}` }, { price: `${one}.50` })
  renderApp(
    {
      forms: [deal, product],
      data: {
        queryRecords: (_, query) => {
          asked.push(query)
          return Promise.resolve({ rows: ['1', '2', '3'].map(row), next: null })
        },
        getRecord: (_, id) => Promise.resolve(row(id.slice(-1))),
      },
    },
    <RecordForm
      form="deal"
      mode="create"
      rights={fullRights(deal)}
      values={{ account: 'a-1' }}
      onSubmit={(change) => void sent.push(change)}
    />,
  )
  await userEvent.click(button('Choose Products…'))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Product 3' }, { timeout: 10_000 }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Product 1' }))
  await userEvent.click(button('Take over (2)'))
  expect(asked[0]?.filter).toEqual({
    and: [{ eq: [{ var: 'account' }, 'a-1'] }, { eq: [{ var: 'unit' }, 'box'] }],
  })
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Price, row 2').value).toBe('1.50'))
  await userEvent.click(button('Create'))
  expect(sent[0]?.all['items']).toMatchObject([
    { product: idOf('3'), price: '3.50' },
    { product: idOf('1'), price: '1.50' },
  ])
})

it('finds the records that a pasted block names, takes the whole paste back, and says what is unknown', async () => {
  const asked: unknown[] = []
  renderApp(
    {
      forms: [deal, product],
      data: {
        items: {
          readFile: () => Promise.reject(new Error('no files here')),
          download: () => Promise.reject(new Error('no files here')),
          read(_, text) {
            asked.push(text)
            const problem = {
              row: 2,
              column: 'Product',
              field: 'product',
              code: 'not-matched',
              message: 'None.',
            }
            return Promise.resolve({
              rows: [{ product: 'p-1' }, {}],
              problems: [{ ...problem, value: 'Gasket' }],
              titles: { 'p-1': 'Pump' },
            })
          },
        },
      },
    },
    <RecordForm
      form="deal"
      mode="create"
      rights={fullRights(deal)}
      values={{ items: [{ quantity: '1' }] }}
      onSubmit={() => undefined}
    />,
  )
  const clipboardData = { getData: () => 'Pump\t2\nGasket\t3' }
  fireEvent.paste(screen.getByLabelText('Product, row 1'), { clipboardData })
  expect(await screen.findByText('Pump')).toBeTruthy()
  expect(await screen.findByText('Not found, so left empty: Gasket')).toBeTruthy()
  expect(asked).toEqual([
    {
      mapping: [{ column: 0, field: 'product' }],
      rows: [
        ['Pump', '2'],
        ['Gasket', '3'],
      ],
    },
  ])
  expect(screen.getByLabelText<HTMLInputElement>('Quantity, row 2').value).toBe('3')
  await userEvent.click(button('Undo pasting'))
  expect(screen.queryByLabelText('Quantity, row 2')).toBeNull()
  expect(screen.queryByText('Pump')).toBeNull()
})
