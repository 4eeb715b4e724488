import { aForm, anApp, aNumberField, aTextField } from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const app = anApp({
  forms: [
    aForm({
      key: 'deal',
      fields: [aTextField({ required: true }), aNumberField({ key: 'price', label: { en: 'Price' } })],
      publicForms: [
        { key: 'page', label: { en: 'Ask us' }, fields: [{ field: 'name' }, { field: 'price' }] },
      ],
    }),
  ],
})

it('shows a field that is always required as required, and makes others required on the page alone', async () => {
  const { user, api } = await drawDesigner(app, 'deal')
  await user.click(screen.getByRole('button', { name: 'Public forms' }))
  const always = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Name' })
  expect([always.checked, always.disabled]).toEqual([true, true])
  await user.click(screen.getByRole('checkbox', { name: 'Price' }))
  await waitFor(() => expect(api.calls).toHaveLength(1))
  expect(JSON.stringify(api.calls[0])).toContain(
    '"fields":[{"field":"name"},{"field":"price","required":true}]',
  )
})
