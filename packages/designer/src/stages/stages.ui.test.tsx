import { applyEdits, checkDefinition } from '@pipewright/metadata'
import { aChoiceField, aForm, aRelationField, aTextField, anApp } from '@pipewright/metadata/builders'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'
import { addPipeline } from './model-edits.ts'
import { stageModels } from './stage-models.ts'

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

const choose = async (user: UserEvent, list: string, entry: RegExp) => {
  fireEvent.mouseDown(await screen.findByLabelText(list))
  await user.click(await screen.findByText(entry))
}

it('gives a form without stages those of a model, with what is to be done in each by when', async () => {
  const plain = anApp({ forms: [aForm({ key: 'deal', fields: [aTextField()] })] })
  const { user, api } = await drawDesigner(plain, 'deal')
  await user.click(screen.getByRole('button', { name: 'Stages' }))
  await choose(user, 'Begin with a stage model', /^Lead to quote$/)
  await waitFor(async () => {
    const deal = (await api.getDraft()).definition.forms.find(({ key }) => key === 'deal')
    const field = deal?.fields.find(({ key }) => key === deal.stageField)
    expect(
      field?.type === 'choice' && field.options?.map(({ label, outcome }) => [label.en, outcome]),
    ).toEqual([
      ['Lead', 'open'],
      ['Interest', 'open'],
      ['Quote', 'open'],
      ['Won', 'won'],
      ['Lost', 'lost'],
    ])
    expect(deal?.stages?.[0]).toMatchObject({ key: 'lead', days: 7, checklist: [{ days: 1 }] })
    expect(deal?.layout.sections.flatMap(({ items }) => items)).toContainEqual({ field: deal?.stageField })
  })
})

it.each(stageModels.map((model) => [model.label.en ?? '', model] as const))(
  'adds a pipeline by the model “%s” beside the stages there are',
  (_, model) => {
    const [deal] = app.forms
    if (deal === undefined) throw new Error('there is a form')
    const applied = applyEdits(app, addPipeline(app, deal, model))
    if (!('definition' in applied)) throw new Error(JSON.stringify(applied))
    const after = applied.definition
    expect(checkDefinition(after)).toEqual([])
    const form = after.forms.find(({ key }) => key === 'deal')
    expect(form?.pipelines?.map(({ stages }) => stages.length)).toEqual([3, model.stages.length])
    expect(form?.pipelines?.[0]?.stages).toEqual(['open', 'won', 'lost'])
    const field = form?.fields.find(({ key }) => key === 'stage')
    const names = (field?.type === 'choice' ? (field.options ?? []) : []).map(({ label }) => label.en)
    // A stage of the same name is not there twice.
    expect(new Set(names).size).toBe(names.length)
  },
)
