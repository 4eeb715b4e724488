import { aForm, anApp, aTextField } from '@pipewright/metadata/builders'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

it('adds a template with a value of a field chosen by its name, and removes it again', async () => {
  const definition = anApp({
    forms: [aForm({ key: 'deal', fields: [aTextField({ label: { en: 'Who' } })] })],
  })
  const { api } = await drawDesigner(definition, 'deal')
  const templates = async () => (await api.getDraft()).definition.forms[0]?.mailTemplates
  fireEvent.click(await screen.findByRole('button', { name: 'Add an e-mail template' }))
  const subject = await screen.findByRole('textbox', { name: 'Subject of the e-mail (English)' })
  fireEvent.change(subject, { target: { value: 'For' } })
  fireEvent.blur(subject)
  const [insert] = screen.getAllByRole('combobox', { name: 'Value of a field' })
  if (insert === undefined) throw new Error('nothing to choose a field in')
  fireEvent.mouseDown(insert)
  const shown = await screen.findAllByTitle('Who')
  const [option] = shown.filter((one) => one.className.includes('ant-select-item-option'))
  if (option === undefined) throw new Error('the field is not offered')
  fireEvent.click(option)
  await waitFor(async () =>
    expect(await templates()).toMatchObject([{ subject: { en: 'For {{name}}' }, text: { en: 'Hello,' } }]),
  )
  fireEvent.click(screen.getByRole('button', { name: /^Remove the e-mail template/ }))
  await waitFor(async () => expect(await templates()).toBeUndefined())
})
