import { aSalesApp } from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

it('sets the currency of the workspace, and says which fields keep theirs', async () => {
  const app = aSalesApp()
  const { api, user } = await drawDesigner(app, 'opportunity')
  await user.click(screen.getByRole('button', { name: 'Navigation' }))
  expect(await screen.findByText(/Fields keep counting in CNY \(\d+\)/)).toBeTruthy()
  const currency = screen.getByRole('combobox', { name: 'Currency of the workspace' })
  await user.clear(currency)
  await user.type(currency, 'EUR')
  await user.tab()
  await waitFor(async () => {
    const { definition } = await api.getDraft()
    expect(definition.currency).toBe('EUR')
    expect(definition.forms).toEqual(app.forms)
  })
  expect(screen.getByText(/Fields that exist keep their own currency/)).toBeTruthy()
})
