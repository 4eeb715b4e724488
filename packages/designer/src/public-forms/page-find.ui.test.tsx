import { aChoiceField, aForm, aRelationField, aTextField, anApp } from '@pipewright/metadata/builders'
import type { PublicForm } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const page: PublicForm = {
  key: 'page',
  label: { en: 'Where is my order' },
  fields: [{ field: 'stage', required: true }],
  quota: 5,
}
const app = anApp({
  forms: [
    aForm({
      key: 'deal',
      fields: [aTextField(), aChoiceField(), aRelationField({ key: 'parent', form: 'deal' })],
      publicForms: [page],
    }),
  ],
})

it('makes a page that finds records: what is asked for, what is shown, and no limits of answers', async () => {
  const { user, api } = await drawDesigner(app, 'deal')
  const now = async () =>
    (await api.getDraft()).definition.forms.find(({ key }) => key === 'deal')?.publicForms?.[0]
  await user.click(screen.getByRole('button', { name: 'Public forms' }))
  expect(await screen.findByLabelText('Most answers')).toBeTruthy()
  await user.click(await screen.findByText('Finds records'))
  await waitFor(async () =>
    expect(await now()).toEqual({
      key: 'page',
      label: page.label,
      fields: [{ field: 'stage' }],
      find: { by: ['name'] },
    }),
  )
  expect(screen.queryByLabelText('Most answers')).toBeNull()
  const shown = await screen.findByLabelText('Shown of what is found')
  fireEvent.mouseDown(shown)
  // What would show other records is not offered.
  await waitFor(() => expect(document.querySelectorAll('.ant-select-item-option').length).toBeGreaterThan(0))
  const offered = [...document.querySelectorAll('.ant-select-item-option')].map(
    ({ textContent }) => textContent,
  )
  expect(offered.some((name) => name.includes('Parent'))).toBe(false)
  await user.click(screen.getByText('Takes answers'))
  await waitFor(async () => expect((await now())?.find).toBeUndefined())
})
