import { aForm, anApp, aTextField } from '@pipewright/metadata/builders'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

it('sets labels beside the controls, and above them again', async () => {
  const definition = anApp({ forms: [aForm({ key: 'deal', fields: [aTextField()] })] })
  const { api } = await drawDesigner(definition, 'deal')
  const layout = async () => (await api.getDraft()).definition.forms[0]?.layout
  fireEvent.click(await screen.findByRole('radio', { name: 'Beside' }))
  await waitFor(async () => expect(await layout()).toMatchObject({ labels: 'beside' }))
  fireEvent.click(screen.getByRole('radio', { name: 'Above' }))
  await waitFor(async () => expect(await layout()).not.toHaveProperty('labels'))
})
