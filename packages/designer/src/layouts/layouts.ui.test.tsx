import { aSalesApp } from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
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

it('previews the layout that fits role and device, or one that is chosen', async () => {
  const app = aSalesApp()
  const only = (name: string) => ({
    sections: [{ key: 'one', columns: 1 as const, items: [{ field: name }] }],
  })
  const layouts = [
    { key: 'hand', label: { en: 'On a phone' }, device: 'phone' as const, layout: only('name') },
    { key: 'boss', label: { en: 'For others' }, roles: ['boss'], layout: only('amount') },
    { key: 'paper', label: { en: 'Paper' }, print: true, layout: only('due') },
  ]
  const forms = app.forms.map((form) => (form.key === 'opportunity' ? { ...form, layouts } : form))
  const { user } = await drawDesigner({ ...app, forms }, 'opportunity')
  // A layout that is arranged is not what everybody sees.
  await user.click(screen.getByRole('combobox', { name: 'Layout to arrange' }))
  await user.click(await screen.findByTitle('For others'))
  await user.click(screen.getByRole('button', { name: 'Preview' }))
  const shown = () =>
    [...document.querySelectorAll('.pwd-preview-frame [data-field]')].map((field) =>
      field.getAttribute('data-field'),
    )
  await waitFor(() => expect(shown()).toContain('stage'))
  const bar = within(document.querySelector<HTMLElement>('.pwd-preview-bar') ?? document.body)
  await user.click(bar.getByText('Phone'))
  await waitFor(() => expect(shown()).toEqual(['name']))
  await user.click(bar.getByRole('combobox', { name: 'Layout' }))
  expect(screen.queryByTitle('Paper')).toBeNull()
  await user.click(await screen.findByTitle('Standard layout'))
  await waitFor(() => expect(shown()).toContain('stage'))
})
