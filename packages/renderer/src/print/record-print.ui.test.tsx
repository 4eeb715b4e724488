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
