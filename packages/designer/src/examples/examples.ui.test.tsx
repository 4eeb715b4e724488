import {
  aChoiceField,
  aForm,
  aFormulaField,
  aNumberField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import type { Rule } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const rule: Rule = {
  key: 'big',
  label: { en: 'Big deals', zh: '大单' },
  when: { gt: [{ var: 'price' }, 100] },
  effects: [{ type: 'set', field: 'count', value: { mul: [{ var: 'price' }, 2] } }],
  examples: [{ inputs: { price: '50' }, applies: true }],
}
const app = anApp({
  forms: [
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aNumberField({ key: 'price' }),
        aNumberField({ key: 'count' }),
        aChoiceField(),
        aFormulaField({
          key: 'total',
          label: { en: 'Total', zh: '合计' },
          expression: { mul: [{ var: 'price' }, { var: 'count' }] },
          examples: [{ inputs: { price: '2', count: '3' }, expected: '6' }],
        }),
      ],
      rules: [rule],
    }),
  ],
})

const row = (number: number) => {
  const found = screen
    .getAllByRole('row')
    .find((one) => new RegExp(`${number}\\s*turns out`).test(one.textContent))
  if (found === undefined) throw new Error(`no example ${number} that was tried`)
  return within(found)
}

it('turns an example red as the formula is typed, and says what comes out instead', async () => {
  const { api, user } = await drawDesigner(app, 'deal')
  await user.click(screen.getByRole('button', { name: /^Total, Formula/ }))
  const formula = await screen.findByRole('textbox', { name: 'Formula' })
  expect(row(1).getByText('turns out as it says')).toBeTruthy()
  await user.click(formula)
  await user.keyboard('{Control>}a{/Control}')
  await user.paste('Price * Count + 1')
  expect(row(1).getByText('turns out otherwise')).toBeTruthy()
  expect(row(1).getByText('6 is expected, but it gives 7.')).toBeTruthy()
  await user.paste(' +')
  expect(screen.getByText('cannot be tried yet')).toBeTruthy()
  expect(api.calls).toEqual([])
})

it('adds a row, takes what is typed into it, and removes a row', async () => {
  const { api, user } = await drawDesigner(app, 'deal')
  await user.click(screen.getByRole('button', { name: /^Total, Formula/ }))
  await user.click(await screen.findByRole('button', { name: 'Add an example' }))
  fireEvent.change(screen.getByRole('textbox', { name: 'Price, example 2' }), { target: { value: '4' } })
  fireEvent.change(screen.getByRole('textbox', { name: 'Count, example 2' }), { target: { value: '5' } })
  expect(row(2).getByText('empty is expected, but it gives 20.')).toBeTruthy()
  fireEvent.change(screen.getByRole('textbox', { name: 'Expected, example 2' }), { target: { value: '20' } })
  expect(row(2).getByText('turns out as it says')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Remove example 1' }))
  await waitFor(() => expect(api.calls).toHaveLength(1))
  expect(api.calls[0]).toMatchObject([
    { field: { key: 'total', examples: [{ inputs: { price: '4', count: '5' }, expected: '20' }] } },
  ])
})

it('tries the rows of a rule: whether it applies, and what it sets', async () => {
  const { api, user } = await drawDesigner(app, 'deal')
  await user.click(screen.getByRole('button', { name: 'Rules' }))
  await user.click(screen.getByRole('button', { name: /Big deals/ }))
  expect(row(1).getByText('It is to apply, but it does not.')).toBeTruthy()
  fireEvent.change(screen.getByRole('textbox', { name: 'Price, example 1' }), { target: { value: '150' } })
  expect(row(1).getByText('turns out as it says')).toBeTruthy()
  fireEvent.change(screen.getByRole('textbox', { name: 'sets Count, example 1' }), {
    target: { value: '200' },
  })
  expect(row(1).getByText('Count: 200 is expected, but it gives 300.')).toBeTruthy()
  await waitFor(() => expect(api.calls).toHaveLength(1))
  expect(api.calls[0]).toMatchObject([
    { rule: { examples: [{ inputs: { price: '150' }, applies: true, sets: { count: '200' } }] } },
  ])
})

it('asks for the moment where a formula reads it', async () => {
  await drawDesigner(
    anApp({
      forms: [
        aForm({
          key: 'deal',
          fields: [
            aTextField(),
            aFormulaField({
              key: 'total',
              label: { en: 'Total', zh: '合计' },
              expression: { hour: [{ now: [] }] },
              examples: [{ inputs: {}, now: '2026-11-21T08:30:00Z', expected: '8' }],
            }),
          ],
        }),
      ],
    }),
    'deal',
  ).then(({ user }) => user.click(screen.getByRole('button', { name: /^Total, Formula/ })))
  expect(await screen.findByRole('columnheader', { name: 'Now is' })).toBeTruthy()
  expect(row(1).getByText('turns out as it says')).toBeTruthy()
})
