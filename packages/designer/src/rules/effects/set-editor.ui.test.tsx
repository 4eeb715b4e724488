import { aForm, aChoiceField, aNumberField, aTextField, anApp } from '@pipewright/metadata/builders'
import type { Rule } from '@pipewright/schemas'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../../testing/draw-designer.tsx'

afterEach(cleanup)

const rule: Rule = {
  key: 'big',
  label: { en: 'Big deals', zh: '大单' },
  when: { gt: [{ var: 'price' }, 100] },
  effects: [{ type: 'set', field: 'note', value: null }],
}
const app = anApp({
  forms: [
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aNumberField({ key: 'price' }),
        aTextField({ key: 'note', label: { en: 'Note', zh: '备注' } }),
        aChoiceField(),
      ],
      rules: [rule],
    }),
  ],
})

it('sets a field to a fixed value without a formula, and to a formula when asked', async () => {
  const { api, user } = await drawDesigner(app, 'deal')
  await user.click(screen.getByText('Rules'))
  const value = await screen.findByRole('group', { name: 'Value' })
  await user.type(within(value).getByRole('textbox', { name: 'Value' }), 'Call first')
  await user.tab()
  await waitFor(() => expect(api.calls).toHaveLength(1))
  expect(api.calls[0]?.[0]).toMatchObject({
    type: 'putRule',
    rule: { effects: [{ type: 'set', field: 'note', value: 'Call first' }] },
  })
  await user.click(within(value).getByText('Formula'))
  const formula = await within(value).findByRole('textbox', { name: 'Value' })
  expect(formula.textContent).toBe('"Call first"')
})
