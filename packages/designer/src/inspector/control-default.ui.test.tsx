import { aForm, aTextField, anApp } from '@pipewright/metadata/builders'
import type { Field } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const fields: Field[] = [aTextField(), { type: 'location', key: 'site', label: { en: 'Site' } }]
const app = anApp({ forms: [aForm({ key: 'deal', fields })] })

async function draw(label: RegExp) {
  const { user, api } = await drawDesigner(app, 'deal')
  await user.click(screen.getAllByRole('button', { name: label })[0]!)
  const group = await screen.findByRole('radiogroup', { name: 'Starts with' })
  await user.click(within(group).getByText('Value'))
  const start = async (key: string) => {
    const { definition } = await api.getDraft()
    const field = definition.forms[0]?.fields.find((one) => one.key === key)
    return field !== undefined && 'default' in field ? field.default : undefined
  }
  return { user, start }
}

it('keeps a place to start with once it is one', async () => {
  const { user, start } = await draw(/^Site/)
  const point = await screen.findByPlaceholderText('Latitude, longitude')
  await user.type(point, '91, 200')
  expect(await screen.findByText(/No such value fits the field yet/)).toBeTruthy()
  await user.clear(point)
  await user.type(point, '31.2, 121.4')
  await user.tab()
  fireEvent.blur(point)
  await waitFor(async () => expect(await start('site')).toEqual({ location: ['31.200000', '121.400000'] }))
})
