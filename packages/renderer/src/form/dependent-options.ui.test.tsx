import type { Values } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { aForm, aTextField, fullRights } from '../testing/sample-app.ts'
import { renderApp } from '../testing/render-app.tsx'
import { RecordForm } from './record-form.tsx'

afterEach(cleanup)

const country: Field = {
  type: 'choice',
  key: 'country',
  label: { en: 'Country' },
  display: 'radio',
  options: [
    { key: 'cn', label: { en: 'China' } },
    { key: 'de', label: { en: 'Germany' } },
  ],
}
const city: Field = {
  type: 'choice',
  key: 'city',
  label: { en: 'City' },
  dependsOn: 'country',
  options: [
    { key: 'hangzhou', label: { en: 'Hangzhou' }, parents: ['cn'] },
    { key: 'berlin', label: { en: 'Berlin' }, parents: ['de'] },
  ],
}

function draw(fields: readonly Field[], values: Values) {
  const form = aForm([aTextField(), ...fields])
  renderApp(
    { forms: [form] },
    <RecordForm
      form={form.key}
      mode="create"
      rights={fullRights(form)}
      values={values}
      onSubmit={() => undefined}
    />,
  )
}

const unfit = 'This does not belong to what is chosen for “Country”. Please choose again.'

it('offers what belongs to the answer above, and asks for that first', async () => {
  draw([country, city], {})
  expect(screen.getByText('First choose Country')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'Germany' }))
  fireEvent.mouseDown(screen.getByLabelText('City'))
  await waitFor(() => expect(screen.getAllByText('Berlin').length).toBeGreaterThan(0))
  expect(screen.queryByText('Hangzhou')).toBeNull()
})

it('keeps an answer that no longer belongs, says so beside it, and takes that back when it fits again', async () => {
  draw([country, city], { country: 'cn', city: 'hangzhou' })
  expect(screen.queryByText(unfit)).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: 'Germany' }))
  expect(screen.getByText(unfit)).toBeTruthy()
  expect(screen.getByText('Hangzhou')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'China' }))
  expect(screen.queryByText(unfit)).toBeNull()
})

it('does the same in a row of line items', async () => {
  const items: Field = { type: 'lineItems', key: 'stops', label: { en: 'Stops' }, fields: [country, city] }
  draw([items], { stops: [{ country: 'cn', city: 'hangzhou' }] })
  fireEvent.mouseDown(screen.getByLabelText('Country, row 1'))
  fireEvent.click((await screen.findAllByText('Germany')).at(-1) ?? document.body)
  expect(await screen.findAllByText(unfit)).toHaveLength(1)
})
