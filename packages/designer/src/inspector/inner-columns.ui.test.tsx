import {
  aForm,
  aLineItemsField,
  aMoneyField,
  anApp,
  aSalesApp,
  aTextField,
} from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const heading = (name: string) => screen.findByRole('heading', { name, level: 2 })

it('makes line items a column of line items by keyboard, with columns of their own and no deeper', async () => {
  const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
  await user.click(screen.getByRole('button', { name: /^Items, Line items/i }))
  const add = async (type: string) => {
    screen.getByRole('button', { name: 'Add column' }).focus()
    await user.keyboard('{Enter}')
    const menus = await screen.findAllByRole('menu')
    const menu = within(menus.at(-1)!)
    await user.click(menu.getByRole('menuitem', { name: type }))
  }
  await add('Line items')
  expect(await heading('Line items')).toBeTruthy()
  await add('Percent')
  expect(await heading('Percent')).toBeTruthy()
  await waitFor(() =>
    expect(api.calls.flat()).toMatchObject([
      { type: 'addField', lineItems: 'items', field: { type: 'lineItems', key: 'line_items' } },
      { type: 'addField', lineItems: 'items.line_items', field: { type: 'percent', key: 'percent' } },
    ]),
  )
  await user.click(screen.getByRole('button', { name: 'Line items' }))
  expect(await heading('Line items')).toBeTruthy()
  screen.getByRole('button', { name: 'Add column' }).focus()
  await user.keyboard('{Enter}')
  const offered = within((await screen.findAllByRole('menu')).at(-1)!)
  expect(offered.queryByRole('menuitem', { name: 'Line items' })).toBeNull()
  expect(offered.queryByRole('menuitem', { name: 'Rollup' })).toBeNull()
})

it('sums the rows inside a row up in a column of it', async () => {
  const parts = aLineItemsField({ key: 'parts', fields: [aMoneyField()] })
  const items = aLineItemsField({ key: 'items', fields: [aTextField(), parts] })
  const definition = anApp({
    forms: [aForm({ key: 'order', fields: [aTextField({ key: 'title' }), items] })],
  })
  const { api, user } = await drawDesigner(definition, 'order')
  await user.click(screen.getByRole('button', { name: /^Items, Line items/i }))
  screen.getByRole('button', { name: 'Add column' }).focus()
  await user.keyboard('{Enter}')
  await user.click(
    within((await screen.findAllByRole('menu')).at(-1)!).getByRole('menuitem', { name: 'Rollup' }),
  )
  expect(await heading('Rollup')).toBeTruthy()
  expect(screen.getByText('Parts', { selector: '.ant-select *' })).toBeTruthy()
  await waitFor(() =>
    expect(api.calls.flat()).toMatchObject([
      {
        type: 'addField',
        lineItems: 'items',
        field: { type: 'rollup', form: 'order', lineItems: 'items.parts', function: 'count' },
      },
    ]),
  )
})
