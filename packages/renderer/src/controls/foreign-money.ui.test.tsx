import type { JsonValue } from '@pipewright/contract'
import type { ForeignMoneyField } from '@pipewright/schemas'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { RendererData } from '../environment/renderer-data.ts'
import { renderApp } from '../testing/render-app.tsx'
import { aForm } from '../testing/sample-app.ts'
import { foreignMoney } from './foreign-money.tsx'

afterEach(cleanup)

const field: ForeignMoneyField = {
  type: 'foreignMoney',
  key: 'price',
  label: { en: 'Price', zh: '价格' },
  currency: 'USD',
  currencies: ['USD', 'EUR', 'JPY'],
  home: 'CNY',
}

function show(start: JsonValue, compact = false, data: Partial<RendererData> = {}) {
  const values: JsonValue[] = []
  function Held() {
    const [value, setValue] = useState(start)
    const set = (next: JsonValue) => {
      values.push(next)
      setValue(next)
    }
    return (
      <foreignMoney.Control
        field={field}
        id="it"
        label="Price"
        titles={{}}
        value={value}
        onChange={set}
        compact={compact}
      />
    )
  }
  renderApp({ forms: [aForm([field])], data }, <Held />)
  return values
}

it('takes the usual currency until another is chosen, also before there is an amount', async () => {
  const values = show(null)
  await userEvent.type(screen.getByRole('textbox', { name: 'Price' }), '5')
  expect(values.at(-1)).toMatchObject({ amount: '5', currency: 'USD' })
  await userEvent.click(screen.getByRole('combobox', { name: 'Price: Currency' }))
  await userEvent.click(await screen.findByTitle('JPY'))
  expect(values.at(-1)).toMatchObject({ amount: '5', currency: 'JPY', home: null })
  await userEvent.clear(screen.getByRole('textbox', { name: 'Price' }))
  expect(values.at(-1)).toBeNull()
  await userEvent.type(screen.getByRole('textbox', { name: 'Price' }), '6')
  expect(values.at(-1)).toMatchObject({ amount: '6', currency: 'JPY' })
})

it('reads an amount with its currency from one line, and keeps what is none for the check', async () => {
  const values = show(null, true)
  await userEvent.type(screen.getByRole('textbox', { name: 'Price' }), '€1,200.5')
  expect(values.at(-1)).toMatchObject({ amount: '1200.5', currency: 'EUR' })
  await userEvent.clear(screen.getByRole('textbox', { name: 'Price' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Price' }), 'lots')
  expect(values.at(-1)).toMatchObject({ amount: 'lots', currency: 'USD' })
})

it('is read with what it is worth in the workspace currency, by which rate of which day', () => {
  const value = {
    amount: '10.00',
    currency: 'USD',
    home: '71.00',
    rate: '7.1',
    day: '2026-01-05',
    text: 'USD 10.00',
  }
  renderApp({ forms: [aForm([field])] }, <foreignMoney.ReadOnly field={field} value={value} titles={{}} />)
  expect(document.body.textContent).toContain('$10.00')
  expect(document.body.textContent).toContain('CNY\u00a071.00 at 7.1 of')
})

it('says while typing what the amount is worth, by one rate that is asked for once', async () => {
  const asked: string[][] = []
  const rateOn = (...wanted: string[]) => {
    asked.push(wanted)
    return Promise.resolve('7.105')
  }
  const values = show(null, false, { rateOn })
  await userEvent.type(screen.getByRole('textbox', { name: 'Price' }), '10.10')
  await waitFor(() => expect(values.at(-1)).toMatchObject({ amount: '10.10', home: '71.76', rate: '7.105' }))
  expect(asked).toHaveLength(1)
  expect(asked[0]?.slice(0, 2)).toEqual(['USD', 'CNY'])
  expect(screen.getByText(/71\.76/)).toBeTruthy()
})

it('says while typing that there is no rate, and asks for none where nothing was entered', async () => {
  const rateOn = vi.fn<NonNullable<RendererData['rateOn']>>(() => Promise.resolve(null))
  const stored = {
    amount: '1.00',
    currency: 'EUR',
    home: null,
    rate: null,
    day: '2026-01-01',
    text: 'EUR 1.00',
  }
  show(stored, false, { rateOn })
  expect(rateOn).not.toHaveBeenCalled()
  await userEvent.type(screen.getByRole('textbox', { name: 'Price' }), '5')
  expect(await screen.findByText(/no exchange rate for EUR/)).toBeTruthy()
  expect(rateOn).toHaveBeenCalledWith('EUR', 'CNY', '2026-01-01')
})
