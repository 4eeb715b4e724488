import type { Values } from '@pipewright/contract'
import type { Field, Form } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { RendererData } from '../../environment/renderer-data.ts'
import { RecordForm } from '../../form/record-form.tsx'
import { renderApp } from '../../testing/render-app.tsx'
import { aForm, fullRights } from '../../testing/sample-app.ts'

afterEach(cleanup)

const label = (en: string) => ({ en })
const columns: Field[] = [
  { type: 'date', key: 'day', label: label('Day') },
  {
    type: 'foreignMoney',
    key: 'price',
    label: label('Price'),
    currency: 'USD',
    currencies: ['USD', 'EUR'],
    home: 'CNY',
    rateDate: 'day',
  },
  { type: 'foreignMoney', key: 'fee', label: label('Fee'), currency: 'USD', home: 'CNY' },
]
const form: Form = aForm([
  { type: 'lineItems', key: 'lines', label: label('Lines'), fields: columns as never },
  {
    type: 'formula',
    key: 'total',
    label: label('Total'),
    resultType: 'money',
    currency: 'CNY',
    expression: { sum: [{ var: 'lines.price.home' }] },
  },
])
const rates: Readonly<Record<string, string>> = { '2026-11-01': '7.105', '2026-10-01': '7.2' }

function show(lines: Values[], rateOn?: NonNullable<RendererData['rateOn']>) {
  renderApp(
    { forms: [form], data: rateOn === undefined ? {} : { rateOn } },
    <RecordForm
      form={form.key}
      mode="create"
      rights={fullRights(form)}
      values={{ lines: lines as never }}
      onSubmit={() => {}}
    />,
  )
}

const cell = (column: string, row = 1) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: `${column}, row ${row}` })
const total = () => document.querySelector('[data-field="total"]')?.textContent ?? ''

it('says in cells what amounts are worth by the rate of their day, and calculates with it before saving', async () => {
  const rateOn = vi.fn<NonNullable<RendererData['rateOn']>>((_currency, _home, day) =>
    Promise.resolve(rates[day] ?? null),
  )
  show([{ day: '2026-11-01' }, { day: '2026-11-01' }], rateOn)
  await userEvent.type(cell('Price'), '10.10')
  await waitFor(() => expect(total()).toContain('71.76'))
  expect(screen.getByText(/71\.76 at 7\.105 of/)).toBeTruthy()
  await userEvent.type(cell('Price', 2), 'USD 1')
  await waitFor(() => expect(total()).toContain('78.87'))
  // One rate for both rows, however often they are typed on.
  expect(rateOn.mock.calls).toEqual([['USD', 'CNY', '2026-11-01']])
})

it('follows a changed date, and knows nothing any more where that day has no rate', async () => {
  show([{ day: '2026-11-01' }], (_currency, _home, day) => Promise.resolve(rates[day] ?? null))
  await userEvent.type(cell('Price'), '10')
  await waitFor(() => expect(total()).toContain('71.05'))
  const setDay = async (day: string) => {
    fireEvent.change(cell('Day'), { target: { value: day } })
    fireEvent.blur(cell('Day'))
    await Promise.resolve()
  }
  await setDay('2026-10-01')
  await waitFor(() => expect(total()).toContain('72.00'))
  await setDay('2020-01-01')
  expect(await screen.findByText(/no exchange rate for USD/)).toBeTruthy()
  await waitFor(() => expect(total()).not.toContain('72'))
})

it('leaves stored amounts alone, and keeps the day one had when it is typed anew', async () => {
  const rateOn = vi.fn<NonNullable<RendererData['rateOn']>>(() => Promise.resolve('7.2'))
  const fee = {
    amount: '1.00',
    currency: 'USD',
    home: '6.90',
    rate: '6.9',
    day: '2026-01-05',
    text: 'USD 1.00',
  }
  show([{ id: 'r1', fee }], rateOn)
  expect(screen.getByText(/6\.90 at 6\.9/)).toBeTruthy()
  expect(rateOn).not.toHaveBeenCalled()
  await userEvent.clear(cell('Fee'))
  await userEvent.type(cell('Fee'), '2')
  await waitFor(() => expect(rateOn).toHaveBeenCalledWith('USD', 'CNY', '2026-01-05'))
  expect(await screen.findByText(/14\.40 at 7\.2/)).toBeTruthy()
})

it('says that a worth and what is calculated from it come after sending, where nobody is told rates', () => {
  const price = { amount: '10.00', currency: 'USD' }
  show([{ day: '2026-11-01', price, fee: null }])
  expect(document.body.textContent).toContain('In CNY: calculated after sending')
  expect(total()).toContain('Calculated after sending')
})
