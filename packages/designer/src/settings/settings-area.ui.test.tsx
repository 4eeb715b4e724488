import { aSalesApp } from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const groups = () => screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))

it('has everything about a form that is no field in one place, found by words', async () => {
  const { api, user } = await drawDesigner(aSalesApp(), 'opportunity')
  await user.click(screen.getByRole('button', { name: 'Settings' }))
  expect(groups()).toEqual(
    expect.arrayContaining([
      'Basics',
      'Special fields',
      'Must not occur twice',
      'Entry',
      'Record page',
      'Set elsewhere',
    ]),
  )
  await user.type(screen.getByRole('searchbox', { name: 'Search the settings' }), 'duplicate')
  expect(groups()).toEqual(['Likely duplicates'])
  await user.clear(screen.getByRole('searchbox', { name: 'Search the settings' }))
  const many = screen.getByRole('textbox', { name: /Name of many.*English/ })
  await user.clear(many)
  await user.type(many, 'Chances{Enter}')
  await waitFor(() =>
    expect(api.calls.flat()).toMatchObject([
      { type: 'setForm', changes: { labelPlural: { en: 'Chances' } } },
    ]),
  )
})

it('leads to what is set elsewhere', async () => {
  const { user } = await drawDesigner(aSalesApp(), 'account')
  await user.click(screen.getByRole('button', { name: 'Settings' }))
  const elsewhere = screen.getByRole('region', { name: 'Set elsewhere' })
  await user.click(within(elsewhere).getByRole('button', { name: /^Opportunity · Account/ }))
  expect(await screen.findByRole('combobox', { name: 'When the related record is deleted' })).toBeTruthy()
})
