import { aChoiceField, aForm, aRelationField, aTextField, anApp } from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const app = anApp({
  forms: [
    aForm({
      key: 'deal',
      stageField: 'stage',
      fields: [aTextField(), aTextField({ key: 'reason' }), aChoiceField()],
    }),
    aForm({ key: 'quote', fields: [aTextField(), aRelationField({ key: 'deal', form: 'deal' })] }),
  ],
})

it('says what a stage asks for, says and allows', async () => {
  const { user, api } = await drawDesigner(app, 'deal')
  await user.click(screen.getByRole('button', { name: 'Stages' }))
  // At a desk the first is open where none was chosen.
  expect(await screen.findByRole('heading', { name: 'Open' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Won' }))
  await user.click(screen.getByRole('switch', { name: 'Any stage may follow' }))
  await user.type(screen.getByLabelText('What to do in this stage (English)'), 'Celebrate')
  await user.click(screen.getByRole('button', { name: 'Add item' }))
  const enter = within(screen.getByRole('region', { name: 'Before a record comes in' }))
  await user.click(enter.getByRole('button', { name: 'Ask for records' }))
  const stages = async () => (await api.getDraft()).definition.forms.find(({ key }) => key === 'deal')?.stages
  await waitFor(async () =>
    expect(await stages()).toEqual([
      {
        key: 'won',
        next: ['open', 'lost'],
        guidance: { en: 'Celebrate' },
        checklist: [{ key: 'new_item', label: { en: 'New item' } }],
        enter: { related: [{ form: 'quote', field: 'deal', min: 1 }] },
      },
    ]),
  )
  await user.click(screen.getByRole('button', { name: 'Clear settings' }))
  await waitFor(async () => expect(await stages()).toBeUndefined())
  await user.click(screen.getByRole('button', { name: 'New stage' }))
  expect(await screen.findByRole('heading', { name: 'New stage' })).toBeTruthy()
})
