import { aSalesApp } from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const order = () =>
  [...document.querySelectorAll('[data-card]')].map((card) => card.getAttribute('data-card'))

it('begins a layout as a copy, takes a field off it, places what every record has, and says whom it is for', async () => {
  const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
  const all = order()
  await user.click(screen.getByRole('button', { name: 'New layout' }))
  expect(await screen.findByRole('heading', { name: 'Layout 2', level: 2 })).toBeTruthy()
  expect(order()).toEqual(all)
  screen.getByRole('button', { name: /^Amount, Money/ }).focus()
  await user.keyboard('{Delete}')
  await waitFor(() => expect(order()).not.toContain('amount'))
  await user.click(screen.getByRole('button', { name: 'Place Owner' }))
  await waitFor(() => expect(order()).toContain('owner'))
  await waitFor(() =>
    expect(api.calls.flat().map(({ type }) => type)).toEqual(['putLayout', 'unplaceField', 'placeField']),
  )
  // The standard layout is as it was.
  await user.click(screen.getByRole('combobox', { name: 'Layout to arrange' }))
  await user.click(await screen.findByTitle('Standard layout'))
  await waitFor(() => expect(order()).toEqual(all))
})
