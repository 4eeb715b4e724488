import type { Form } from '@pipewright/schemas'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { aRecord, renderApp } from '../testing/render-app.tsx'
import { aForm, aTextField, fullRights } from '../testing/sample-app.ts'
import { RecordPrint } from './record-print.tsx'

afterEach(cleanup)

const label = (en: string) => ({ en, zh: en })
const form: Form = aForm(
  [
    aTextField(),
    aTextField({ key: 'margin', label: label('Margin') }),
    {
      type: 'lineItems',
      key: 'items',
      label: label('Items'),
      fields: [
        { type: 'text', key: 'what', label: label('What') },
        { type: 'text', key: 'cost', label: label('Cost') },
      ],
    },
  ],
  {
    layouts: [
      {
        key: 'paper',
        label: label('Paper'),
        print: true,
        layout: {
          sections: [
            {
              key: 'main',
              columns: 1,
              items: [{ field: 'name' }, { field: 'items', columns: ['what'] }, { field: 'created_at' }],
            },
          ],
        },
      },
    ],
  },
)

it('prints every row with the columns of the layout, and nothing that is not on it', async () => {
  const items = Array.from({ length: 200 }, (_, at) => ({ id: `r${at}`, what: `Row ${at + 1}`, cost: '7' }))
  renderApp(
    { forms: [form] },
    <RecordPrint
      form={form}
      layout="paper"
      record={aRecord({ title: 'Q-1' }, { name: 'Acme', margin: 'secret', items })}
      rights={fullRights(form)}
      company="Northwind"
    />,
  )
  const table = await screen.findByRole('table', { name: 'Items' })
  expect(within(table).getAllByRole('row')).toHaveLength(201)
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['What'])
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Q-1')
  expect(screen.getByText('Northwind')).toBeTruthy()
  expect(screen.queryByText('secret')).toBeNull()
  expect(document.querySelectorAll('input, button')).toHaveLength(0)
})

it('prints all records of a list in a section, page after page, and none while nothing is compared', async () => {
  const call = aForm([aTextField()], { key: 'call', label: label('Call'), labelPlural: label('Calls') })
  const withList: Form = aForm([aTextField()], {
    layout: {
      sections: [
        {
          key: 'calls',
          columns: 1,
          items: [],
          list: { form: 'call', where: [{ field: 'name', operator: 'eq', value: { var: 'name' } }] },
        },
      ],
    },
  })
  const asked: unknown[] = []
  const print = (name: string | null) =>
    renderApp(
      {
        forms: [withList, call],
        data: {
          queryRecords: (_, { filter, after }) => {
            asked.push(filter)
            return Promise.resolve(
              after === undefined
                ? { rows: [aRecord({ id: 'a', title: 'First' })], next: 'second' }
                : { rows: [aRecord({ id: 'b', title: 'Second' })], next: null },
            )
          },
        },
      },
      <RecordPrint
        form={withList}
        layout={null}
        record={aRecord({ title: 'Q-1' }, { name })}
        rights={fullRights(withList)}
        company="Northwind"
      />,
    )
  print('Acme')
  const list = await screen.findByRole('group', { name: 'Calls' })
  expect(within(list).getByText('First')).toBeTruthy()
  expect(within(list).getByText('Second')).toBeTruthy()
  expect(asked[0]).toEqual({ eq: [{ var: 'name' }, 'Acme'] })
  cleanup()
  asked.length = 0
  print(null)
  expect(await screen.findByText('Q-1')).toBeTruthy()
  expect(asked).toEqual([])
})
