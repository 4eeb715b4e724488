import type { Values } from '@pipewright/contract'
import type { Field, Form } from '@pipewright/schemas'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { RendererData } from '../../environment/renderer-data.ts'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { aForm, aTextField } from '../../testing/sample-app.ts'
import { QuickCreate } from '../quick-create.tsx'
import type { Origin } from './origin.ts'

afterEach(cleanup)

const kind: Field = {
  type: 'choice',
  key: 'kind',
  label: { en: 'Kind' },
  display: 'radio',
  options: [
    { key: 'fresh', label: { en: 'Fresh' } },
    { key: 'renewal', label: { en: 'Renewal' } },
  ],
}
const text = (key: string, label: string): Field => ({ type: 'text', key, label: { en: label } })
const form: Form = {
  ...aForm([aTextField(), kind, text('terms', 'Terms'), text('city', 'City'), text('channel', 'Channel')]),
  typeField: 'kind',
  start: {
    types: [{ key: 'renewal', values: { terms: '30 days' } }],
    from: [{ form: 'account', fields: [{ from: 'city', to: 'city' }] }],
    last: ['channel'],
  },
}
form.layout.quickCreate = form.fields.map(({ key }) => key)

function draw(origin?: Origin, data: Partial<RendererData> = {}) {
  const createRecord = vi.fn<RendererData['createRecord']>(() => Promise.resolve(aRecord()))
  const lastValues = () => Promise.resolve({ values: { channel: 'Fair' } as Values, titles: {} })
  renderApp(
    { forms: [form], data: { createRecord, lastValues, ...data } },
    <QuickCreate
      form={form.key}
      open
      origin={origin}
      onCreated={() => undefined}
      onCancel={() => undefined}
    />,
  )
  return createRecord
}

const holds = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value

it('starts with what was entered last and with what the record one came from holds, and tells the server of it', async () => {
  const createRecord = draw({ form: 'account', id: 'a1', values: { city: 'Suzhou' } })
  await waitFor(() => expect(holds('Channel')).toBe('Fair'))
  expect(holds('City')).toBe('Suzhou')
  await userEvent.type(screen.getByLabelText(/^Name/), 'Ada')
  await userEvent.click(screen.getByRole('button', { name: /Save|Create/ }))
  await waitFor(() => expect(createRecord).toHaveBeenCalledTimes(1))
  expect(createRecord.mock.calls[0]?.[1]).toMatchObject({ name: 'Ada', city: 'Suzhou', channel: 'Fair' })
  expect(createRecord.mock.calls[0]?.[2]).toEqual({ form: 'account', id: 'a1' })
})

it('opens all the same when neither can be had', async () => {
  draw(
    { form: 'account', id: 'gone' },
    {
      lastValues: () => Promise.reject(new Error('no')),
      getRecord: () => Promise.reject(new Error('no')),
    },
  )
  await waitFor(() => expect(holds('Channel')).toBe(''))
  expect(holds('City')).toBe('')
})

it('lays the values of another type under what is typed', async () => {
  draw()
  await userEvent.click(await screen.findByRole('radio', { name: 'Renewal' }))
  await waitFor(() => expect(holds('Terms')).toBe('30 days'))
  await userEvent.click(screen.getByRole('radio', { name: 'Fresh' }))
  await waitFor(() => expect(holds('Terms')).toBe(''))
  await userEvent.type(screen.getByLabelText('Terms'), 'at once')
  await userEvent.click(screen.getByRole('radio', { name: 'Renewal' }))
  expect(holds('Terms')).toBe('at once')
})
