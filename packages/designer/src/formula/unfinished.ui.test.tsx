import { aForm, aFormulaField, aNumberField, aTextField, anApp } from '@pipewright/metadata/builders'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const app = anApp({
  forms: [
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aNumberField({ key: 'price' }),
        aFormulaField({
          key: 'net',
          label: { en: 'Net', zh: '净额' },
          expression: { sum: [{ var: 'price' }, 1] },
        }),
        aFormulaField({
          key: 'gross',
          label: { en: 'Gross', zh: '总额' },
          expression: { sum: [{ var: 'net' }, 1] },
        }),
      ],
    }),
  ],
})

async function writeNet(text: string) {
  const { user, api } = await drawDesigner(app, 'deal')
  await user.click(screen.getByRole('button', { name: /^Net, Formula/ }))
  const formula = await screen.findByRole('textbox', { name: 'Formula' })
  await user.click(formula)
  await user.keyboard('{Control>}a{/Control}')
  await user.paste(text)
  return { user, api, formula }
}

it('keeps a formula that the draft does not take, says why below it and opens no dialog', async () => {
  const { user, formula } = await writeNet('Gross * 2')
  await user.click(screen.getByRole('heading', { level: 1 }))
  expect(await screen.findByText(/in a circle: .*Net → .*Gross → .*Net/)).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(formula.textContent).toBe('Gross * 2')

  await user.click(formula)
  await user.keyboard('{Control>}a{/Control}')
  await user.paste('Price * 2')
  await user.click(screen.getByRole('heading', { level: 1 }))
  expect(screen.queryByText(/in a circle/)).toBeNull()
  expect(formula.textContent).toBe('Price * 2')
})

it.each(['Gross * 2', 'Price * ('])('finds “%s” again after another field was open', async (text) => {
  const { user } = await writeNet(text)
  await user.click(screen.getByRole('button', { name: /^Gross, Formula/ }))
  expect(await screen.findByText(/waits in the formula/)).toBeTruthy()
  expect((await screen.findByRole('textbox', { name: 'Formula' })).textContent).toContain('Net')
  await user.click(screen.getByRole('button', { name: /^Net, Formula/ }))
  expect((await screen.findByRole('textbox', { name: 'Formula' })).textContent).toBe(text)
})
