import { aForm, aTextField, anApp } from '@pipewright/metadata/builders'
import type { PublicForm } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const page: PublicForm = { key: 'page', label: { en: 'Talk to us' }, fields: [{ field: 'name' }] }
const app = anApp({ forms: [aForm({ key: 'deal', fields: [aTextField()], publicForms: [page] })] })

it('puts a logo at the top of a page, and takes it away again', async () => {
  const { user, api } = await drawDesigner(app, 'deal')
  const now = async () =>
    (await api.getDraft()).definition.forms.find(({ key }) => key === 'deal')?.publicForms?.[0]
  await user.click(screen.getByRole('button', { name: 'Public forms' }))
  const logo = within(await screen.findByRole('group', { name: 'Logo' }))
  const input = logo.getByLabelText('Upload a picture', { selector: 'input' })
  fireEvent.change(input, { target: { files: [new File(['x'], 'logo.png', { type: 'image/png' })] } })
  await waitFor(async () => expect((await now())?.logo).toMatch(/0009$/))
  expect(document.querySelector('.pwd-logo img')?.getAttribute('src')).toMatch(/0009$/)
  await user.click(logo.getByRole('button', { name: 'Remove the logo' }))
  await waitFor(async () => expect(await now()).toEqual(page))
  expect(document.querySelector('.pwd-logo img')).toBeNull()
})
