import {
  aChoiceField,
  aForm,
  aLineItemsField,
  anApp,
  aRelationField,
  aTextField,
} from '@pipewright/metadata/builders'
import type { Conversion, LayoutElement } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const rows = (key: string) => aLineItemsField({ key, fields: [aTextField({ key: 'product' })] })

const sales = (conversions?: Conversion[]) =>
  anApp({
    forms: [
      aForm({
        key: 'lead',
        label: { en: 'Lead', zh: '线索' },
        fields: [
          aTextField({ key: 'company', label: { en: 'Company', zh: '公司' } }),
          aTextField({ key: 'phone', label: { en: 'Phone', zh: '电话' } }),
          aChoiceField({ key: 'stage', label: { en: 'Stage', zh: '阶段' } }),
          aRelationField({ key: 'account', form: 'account', label: { en: 'Account', zh: '客户' } }),
          rows('wishes'),
        ],
        ...(conversions && { conversions }),
      }),
      aForm({
        key: 'account',
        label: { en: 'Account', zh: '客户' },
        fields: [
          aTextField({ key: 'name', label: { en: 'Name', zh: '名称' }, required: true }),
          aTextField({ key: 'phone', label: { en: 'Phone', zh: '电话' } }),
        ],
      }),
      aForm({
        key: 'deal',
        label: { en: 'Deal', zh: '商机' },
        fields: [
          aTextField({ key: 'company', label: { en: 'Company', zh: '公司' } }),
          aRelationField({ key: 'client', form: 'account', label: { en: 'Client', zh: '客户方' } }),
          rows('items'),
        ],
      }),
    ],
  })

type Drawn = Awaited<ReturnType<typeof drawDesigner>>

const conversionsOf = async ({ api }: Drawn) =>
  (await api.getDraft()).definition.forms.find(({ key }) => key === 'lead')?.conversions

const choose = async ({ user }: Drawn, list: HTMLElement, entry: string) => {
  await user.click(list)
  const found = await screen.findAllByTitle(entry)
  await user.click(found.at(-1) as HTMLElement)
}

it('makes a conversion of several records with rows, filled by name', async () => {
  const drawn = await drawDesigner(sales(), 'lead')
  const { user } = drawn
  await user.click(screen.getByRole('button', { name: 'Conversions' }))
  await user.click(await screen.findByRole('button', { name: 'New conversion' }))
  const account = within(await screen.findByRole('region', { name: 'Account' }))
  // It says at once what would keep people from converting.
  expect(await account.findByText(/^Must be filled, but nothing fills it here: Name\./)).toBeTruthy()
  await choose(drawn, account.getByRole('combobox', { name: 'What fills Account: fill a field' }), 'Name')
  await choose(drawn, await account.findByRole('combobox', { name: 'What fills Name' }), 'Company')
  await waitFor(() => expect(account.queryByText(/^Must be filled/)).toBeNull())
  await choose(drawn, screen.getByRole('combobox', { name: 'Form of the further record' }), 'Deal')
  const deal = within(await screen.findByRole('region', { name: 'Deal' }))
  await user.click(deal.getByRole('button', { name: /^Take over rows into/ }))
  await waitFor(async () =>
    expect(await conversionsOf(drawn)).toEqual([
      {
        key: 'convert',
        label: { en: 'Convert', zh: '转换' },
        creates: [
          { key: 'account', form: 'account', values: { phone: { var: 'phone' }, name: { var: 'company' } } },
          {
            key: 'deal',
            form: 'deal',
            values: { company: { var: 'company' }, client: { var: '$created.account.id' } },
            lines: [{ field: 'items', from: 'wishes', values: { product: { var: '$row.product' } } }],
          },
        ],
        updates: { account: { var: '$created.account.id' } },
        open: 'account',
      },
    ]),
  )
  // What is needed later cannot come later, and takes with it what refers to it.
  expect(account.getByRole('button', { name: 'Make Account later' })).toHaveProperty('disabled', true)
  await user.click(account.getByRole('button', { name: 'Do not make Account' }))
  const asked = within(await screen.findByRole('dialog'))
  expect(asked.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Deal › Client',
    'the record that is converted › Account',
  ])
  await user.click(asked.getByRole('button', { name: 'Go on' }))
  await waitFor(async () =>
    expect(await conversionsOf(drawn)).toMatchObject([
      { creates: [{ key: 'deal', values: { company: { var: 'company' } } }] },
    ]),
  )
}, 20_000)

const convert: Conversion = {
  key: 'convert',
  label: { en: 'Convert', zh: '转为客户' },
  creates: [{ key: 'account', form: 'account', values: { name: { var: 'company' } } }],
}

it('marks the record, and stands where it is put', async () => {
  const drawn = await drawDesigner(sales([convert]), 'lead')
  const { user } = drawn
  await user.click(screen.getByRole('button', { name: 'Conversions' }))
  const after = within(await screen.findByRole('region', { name: 'Afterwards' }))
  await choose(
    drawn,
    after.getByRole('combobox', { name: 'What it sets in the converted record: fill a field' }),
    'Stage',
  )
  await choose(
    drawn,
    await after.findByRole('combobox', { name: 'What fills Stage' }),
    'Always the same option',
  )
  await choose(drawn, await after.findByRole('combobox', { name: 'Option for Stage' }), 'Won')
  await choose(drawn, after.getByRole('combobox', { name: 'Opens' }), 'Account')
  const button = within(screen.getByRole('region', { name: 'Button' }))
  await choose(
    drawn,
    button.getByRole('combobox', { name: 'Where it is offered' }),
    'Only by buttons in the form',
  )
  expect(await button.findByText(/^Nobody can reach it/)).toBeTruthy()
  await waitFor(async () =>
    expect(await conversionsOf(drawn)).toEqual([
      { ...convert, updates: { stage: 'won' }, open: 'account', place: 'layout' },
    ]),
  )
  await user.click(button.getByRole('button', { name: 'Put a button in the form' }))
  expect(await screen.findByRole('heading', { name: 'Convert' })).toBeTruthy()
  await waitFor(() =>
    expect(drawn.api.calls.at(-1)).toMatchObject([
      { type: 'addElement', item: { element: { actions: [{ type: 'convert', conversion: 'convert' }] } } },
    ]),
  )
}, 20_000)

it('goes with its buttons after showing them', async () => {
  const element: LayoutElement = {
    type: 'button',
    key: 'go',
    label: { en: 'Win it' },
    actions: [{ type: 'convert', conversion: 'convert' }],
  }
  const app = sales([convert])
  const [lead] = app.forms
  lead?.layout.sections[0]?.items.push({ element })
  const drawn = await drawDesigner(app, 'lead')
  const { user } = drawn
  await user.click(screen.getByRole('button', { name: 'Conversions' }))
  await user.click(await screen.findByRole('button', { name: 'Remove' }))
  const asked = within(await screen.findByRole('dialog'))
  expect(asked.getByText(/Win it/)).toBeTruthy()
  await user.click(asked.getByRole('button', { name: 'Remove' }))
  await waitFor(() =>
    expect(drawn.api.calls.at(-1)).toEqual([
      { type: 'removeConversion', form: 'lead', conversion: 'convert', withButtons: true },
    ]),
  )
  expect(await screen.findByText('No conversions yet')).toBeTruthy()
}, 20_000)

it('puts conversions in another order by keyboard and by mouse, and takes it back', async () => {
  const second: Conversion = { ...convert, key: 'again', label: { en: 'Again', zh: '再次转换' } }
  const drawn = await drawDesigner(sales([convert, second]), 'lead')
  const { user } = drawn
  await user.click(screen.getByRole('button', { name: 'Conversions' }))
  const list = within(await screen.findByRole('navigation', { name: 'Conversions' }))
  const order = async () => (await conversionsOf(drawn))?.map(({ key }) => key)
  list.getByRole('button', { name: 'More for Again' }).focus()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('menuitem', { name: 'Move down' })).toHaveProperty('ariaDisabled', 'true')
  await user.click(screen.getByRole('menuitem', { name: 'Move up' }))
  await waitFor(async () => expect(await order()).toEqual(['again', 'convert']))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await order()).toEqual(['convert', 'again']))
  const held = new Map<string, string>()
  const dataTransfer = {
    types: ['application/x-pipewright-document'],
    setData: (type: string, key: string) => held.set(type, key),
    getData: (type: string) => held.get(type) ?? '',
  }
  const [first, last] = list.getAllByRole('listitem')
  if (first === undefined || last === undefined) throw new Error('two conversions are listed')
  const grip = last.querySelector('.pwd-grip')
  if (grip === null) throw new Error('there is a handle')
  fireEvent.dragStart(grip, { dataTransfer })
  fireEvent.dragOver(first, { dataTransfer })
  fireEvent.drop(first, { dataTransfer })
  await waitFor(async () => expect(await order()).toEqual(['again', 'convert']))
}, 20_000)
