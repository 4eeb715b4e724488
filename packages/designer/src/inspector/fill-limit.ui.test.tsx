import { aForm, anApp, aTextField } from '@pipewright/metadata/builders'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

it('says how many records a member may make, and in which time', async () => {
  const definition = anApp({ forms: [aForm({ key: 'daily', fields: [aTextField()] })] })
  const { api, user } = await drawDesigner(definition, 'daily')
  const form = async () => (await api.getDraft()).definition.forms[0]
  await user.type(await screen.findByLabelText('Most records per member'), '3')
  await user.tab()
  await waitFor(async () => expect((await form())?.fillLimit).toEqual({ most: 3 }))
  fireEvent.mouseDown(await screen.findByLabelText('In which time'))
  await user.click(await screen.findByTitle('Per week'))
  await waitFor(async () => expect((await form())?.fillLimit).toEqual({ most: 3, per: 'week' }))
  await user.clear(screen.getByLabelText('Most records per member'))
  await user.tab()
  await waitFor(async () => expect(await form()).not.toHaveProperty('fillLimit'))
})
