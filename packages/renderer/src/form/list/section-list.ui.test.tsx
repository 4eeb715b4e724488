import type { Form } from '@pipewright/schemas'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { RendererData } from '../../environment/renderer-data.ts'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { fullRights } from '../../testing/sample-app.ts'
import { RecordForm } from '../record-form.tsx'
import { SectionListSample } from './section-list-sample.tsx'

afterEach(cleanup)

const text = (key: string) => ({
  type: 'text' as const,
  key,
  label: { en: key === 'code' ? 'Code' : 'Name' },
})
const formOf = (
  key: string,
  plural: string,
  list?: NonNullable<Form['layout']['sections'][0]['list']>,
): Form => ({
  key,
  label: { en: key },
  labelPlural: { en: plural },
  titleField: 'name',
  fields: [text('name'), text('code')],
  layout: {
    sections: [
      { key: 'main', columns: 1, items: [{ field: 'code' }] },
      { key: 'listed', label: { en: 'Prices' }, columns: 1, items: [], ...(list && { list }) },
    ],
  },
})
const price = formOf('price', 'Prices')
const order = formOf('order', 'Orders', {
  form: 'price',
  where: [{ field: 'code', operator: 'eq', value: { var: 'code' } }],
  orderBy: { field: 'name', direction: 'asc' },
  columns: ['name'],
})

function draw(queryRecords: RendererData['queryRecords'], mayRead = true) {
  const rights = { order: fullRights(order), price: { ...fullRights(price), read: mayRead } }
  renderApp(
    { forms: [order, price], data: { queryRecords }, changes: { rights } },
    <RecordForm
      form="order"
      mode="edit"
      record="record-1"
      rights={rights.order}
      values={{ code: 'A' }}
      onSubmit={() => undefined}
    />,
  )
}

test('a section lists what meets its conditions, portion by portion, and follows what is typed', async () => {
  const queryRecords = vi.fn<RendererData['queryRecords']>((_, { after }) =>
    Promise.resolve({
      rows: [aRecord({ id: after ?? 'p1', title: after === undefined ? 'First' : 'Second' })],
      next: after === undefined ? 'p2' : null,
    }),
  )
  draw(queryRecords)
  expect(await screen.findByText('First')).toBeTruthy()
  const query = {
    filter: { eq: [{ var: 'code' }, 'A'] },
    sort: [{ field: 'name', direction: 'asc' }],
    columns: ['name'],
    limit: 10,
  }
  expect(queryRecords.mock.calls).toEqual([['price', query]])
  act(() => {
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }))
  })
  expect(await screen.findByText('Second')).toBeTruthy()
  expect(screen.getByText('First')).toBeTruthy()
  expect(queryRecords.mock.calls.at(-1)).toEqual(['price', { ...query, after: 'p2' }])
  const code = screen.getByRole('textbox', { name: 'Code' })
  act(() => {
    fireEvent.change(code, { target: { value: 'B' } })
  })
  await waitFor(() =>
    expect(queryRecords.mock.calls.at(-1)).toEqual([
      'price',
      { ...query, filter: { eq: [{ var: 'code' }, 'B'] } },
    ]),
  )
  const asked = queryRecords.mock.calls.length
  act(() => {
    fireEvent.change(code, { target: { value: '' } })
  })
  expect(await screen.findByText(/appear here once/)).toBeTruthy()
  expect(queryRecords.mock.calls.length).toBe(asked)
})

test('who may not read the other form is not asked to look at it', async () => {
  const queryRecords = vi.fn<RendererData['queryRecords']>(() => Promise.resolve({ rows: [], next: null }))
  draw(queryRecords, false)
  expect(await screen.findByText('Code')).toBeTruthy()
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(queryRecords).not.toHaveBeenCalled()
})

test('shows a builder the columns with records that are there, and the columns alone without any', async () => {
  const call = formOf('call', 'Calls')
  const list = { form: 'call', where: [] }
  renderApp(
    {
      forms: [call],
      data: { queryRecords: () => Promise.resolve({ rows: [aRecord({ title: 'Hello' })], next: null }) },
    },
    <SectionListSample list={list} />,
  )
  expect(await screen.findByText('Hello')).toBeTruthy()
  cleanup()
  renderApp(
    { forms: [call], data: { queryRecords: () => Promise.reject(new Error('not published')) } },
    <SectionListSample list={list} />,
  )
  expect(await screen.findByRole('columnheader', { name: 'Name' })).toBeTruthy()
})
