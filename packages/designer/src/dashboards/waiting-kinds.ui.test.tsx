import { aForm, anApp, aTextField } from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

it('lists the kinds of what waits that are ticked, and always one of them', async () => {
  const definition = anApp({
    forms: [aForm({ key: 'lead', fields: [aTextField()] })],
    dashboards: [
      { key: 'day', label: { en: 'Day' }, widgets: [{ key: 'wait', tasks: true, x: 0, y: 0, w: 6, h: 4 }] },
    ],
  })
  const { api, user } = await drawDesigner(definition, 'lead')
  const widget = async () => (await api.getDraft()).definition.dashboards[0]?.widgets[0]
  await user.click(screen.getByRole('button', { name: 'Dashboards' }))
  await user.click(await screen.findByRole('button', { name: /^Day/ }))
  await user.click(await screen.findByRole('button', { name: /What waits for me/, pressed: false }))
  const box = (name: string) => screen.getByRole('checkbox', { name })
  await user.click(await screen.findByRole('checkbox', { name: 'Tasks' }))
  await waitFor(async () => expect(await widget()).toMatchObject({ only: ['approval', 'followUp'] }))
  await user.click(box('Follow-ups'))
  await waitFor(async () => expect(await widget()).toMatchObject({ only: ['approval'] }))
  expect(box('Approvals')).toHaveProperty('disabled', true)
  await user.click(box('Follow-ups'))
  await user.click(box('Tasks'))
  await waitFor(async () => expect(await widget()).not.toHaveProperty('only'))
})
