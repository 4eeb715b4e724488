import type { Form } from '@pipewright/schemas'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { RendererData } from '../environment/renderer-data.ts'
import { renderApp } from '../testing/render-app.tsx'
import { fullRights } from '../testing/sample-app.ts'
import { RecordForm } from './record-form.tsx'

const form: Form = {
  key: 'order',
  label: { en: 'Order' },
  labelPlural: { en: 'Orders' },
  titleField: 'code',
  fields: [
    { type: 'text', key: 'code', label: { en: 'Code' } },
    {
      type: 'formula',
      key: 'price',
      label: { en: 'Price' },
      expression: { xlookup: [{ var: 'code' }, { column: 'product.code' }, { column: 'product.price' }] },
      resultType: 'number',
      scale: 2,
    },
    {
      type: 'formula',
      key: 'double',
      label: { en: 'Double' },
      expression: { mul: [{ var: 'price' }, 2] },
      resultType: 'number',
      scale: 2,
    },
  ],
  layout: {
    sections: [
      {
        key: 'main',
        label: { en: 'Main' },
        columns: 1,
        items: ['code', 'price', 'double'].map((field) => ({ field })),
      },
    ],
  },
}

test('what other forms hold follows while one types, asked for once the typing rests', async () => {
  const calculateDraft = vi.fn<NonNullable<RendererData['calculateDraft']>>((_, { values }) =>
    Promise.resolve({ price: values['code'] === 'ab' ? '12.50' : null }),
  )
  renderApp(
    { forms: [form], data: { calculateDraft } },
    <RecordForm
      form="order"
      mode="edit"
      record="record-1"
      rights={fullRights(form)}
      values={{ code: 'a', price: '3.00', double: '6.00' }}
      onSubmit={() => undefined}
    />,
  )
  expect(await screen.findByText('6.00')).toBeTruthy()
  expect(calculateDraft).not.toHaveBeenCalled()
  const code = screen.getByRole('textbox', { name: 'Code' })
  act(() => {
    fireEvent.change(code, { target: { value: 'a-' } })
    fireEvent.change(code, { target: { value: 'ab' } })
  })
  await waitFor(() => expect(screen.getByText('25.00')).toBeTruthy())
  expect(calculateDraft.mock.calls).toEqual([['order', { id: 'record-1', values: { code: 'ab' } }]])
  act(() => {
    fireEvent.change(code, { target: { value: 'a' } })
  })
  await waitFor(() => expect(screen.getByText('6.00')).toBeTruthy())
  expect(calculateDraft).toHaveBeenCalledTimes(1)
})
