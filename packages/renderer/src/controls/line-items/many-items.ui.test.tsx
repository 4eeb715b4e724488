import type { JsonValue } from '@pipewright/contract'
import type { LineItemsField } from '@pipewright/schemas'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { renderApp } from '../../testing/render-app.tsx'
import { itemsField } from '../../testing/sample-app.ts'
import { controlOf } from '../index.ts'
import { asRows, type ItemRow } from './row-changes.ts'

afterEach(cleanup)

// jsdom lays nothing out: a long table has to be told how much of it is in sight.
const sizes = [
  [Element.prototype, 'clientHeight', 600],
  [Element.prototype, 'clientWidth', 1000],
  [HTMLElement.prototype, 'offsetHeight', 37],
] as const
const before = sizes.map(([on, name]) => Object.getOwnPropertyDescriptor(on, name))
beforeAll(() => {
  for (const [on, name, value] of sizes) Object.defineProperty(on, name, { configurable: true, value })
})
afterAll(() => {
  for (const [at, [on, name]] of sizes.entries()) Object.defineProperty(on, name, before[at] ?? {})
})

const table = itemsField as LineItemsField
const button = (name: string) => screen.getByRole('button', { name })

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

it('shows an example in an empty cell, before and after it is reached', async () => {
  const [product, ...more] = table.fields
  const placeholder = { en: 'P-100', zh: 'P-100' }
  const field = { ...table, fields: [{ ...product, placeholder }, ...more] } as LineItemsField
  const rows = Array.from({ length: 300 }, (_, at) => ({ id: `${at}`, product: at === 0 ? null : 'x' }))
  draw(rows, field)
  expect(screen.getAllByText('P-100')).toHaveLength(1)
  button('Product, row 1:').focus()
  const input = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Product, row 1' })
  expect(input.placeholder).toBe('P-100')
})

it('draws of 5,000 rows only those in sight, as text until one is reached', async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => ({ id: `${at}`, product: `Part ${at + 1}` }))
  const products = draw(rows)
  const body = within(screen.getByRole('table', { name: 'Items' }))
  expect(screen.getByRole('table', { name: 'Items' }).getAttribute('aria-rowcount')).toBe('5001')
  expect(body.getAllByRole('row').length).toBeLessThan(60)
  expect(screen.queryByRole('textbox')).toBeNull()
  button('Product, row 2: Part 2').focus()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox')))
  await userEvent.type(screen.getByRole('textbox', { name: 'Product, row 2' }), '!')
  expect(products()[1]).toBe('Part 2!')
})

it('draws a row out of reach from a few plain elements: no icon, one button a cell', () => {
  draw(Array.from({ length: 300 }, (_, at) => ({ id: `${at}`, product: `Part ${at + 1}` })))
  const [, row] = within(screen.getByRole('table', { name: 'Items' })).getAllByRole('row')
  const entered = table.fields.filter(({ type }) => type !== 'formula').length
  expect(row?.querySelectorAll('svg, .anticon')).toHaveLength(0)
  // Its box, its grip and its menu, and one of each cell that something is entered into.
  expect(row?.querySelectorAll('input, button')).toHaveLength(3 + entered)
})
