import { aChoiceField, aForm, aTextField, anApp } from '@pipewright/metadata/builders'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const app = anApp({
  forms: [
    aForm({
      key: 'deal',
      stageField: 'stage',
      fields: [aTextField(), aTextField({ key: 'reason', label: { en: 'Reason' } }), aChoiceField()],
      stages: [
        {
          key: 'won',
          enter: { conditions: [{ when: { eq: [{ var: 'reason' }, 'price'] }, message: { en: 'Say why' } }] },
        },
      ],
    }),
  ],
})

it('says the condition that is edited as a sentence', async () => {
  const { user } = await drawDesigner(app, 'deal')
  await user.click(screen.getByRole('button', { name: 'Stages' }))
  await user.click(screen.getByRole('button', { name: 'Won' }))
  const gate = within(screen.getByRole('region', { name: 'Before a record comes in' }))
  expect(gate.getByText(/Reason.*price/).textContent).toBe('Reason is price')
})
