import type { Form, FormLayout } from '@pipewright/schemas'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { RendererEnvironment } from '../environment/renderer-environment.ts'
import { renderApp } from '../testing/render-app.tsx'
import { aForm, aTextField, fullRights } from '../testing/sample-app.ts'
import { RecordForm } from './record-form.tsx'
import type { RecordChange, RecordFormProps } from './record-form-props.ts'

afterEach(cleanup)

const options = ['fresh', 'renewal'].map((key) => ({ key, label: { en: key, zh: key } }))
const fields = [
  aTextField(),
  { type: 'choice', key: 'kind', label: { en: 'Kind' }, display: 'radio', options } as const,
  aTextField({ key: 'old_contract', label: { en: 'Old contract' } }),
  aTextField({ key: 'reason', label: { en: 'Reason' }, required: true }),
]

const arranged = (key: string, keys: readonly string[], more: Partial<FormLayout>): FormLayout => ({
  key,
  label: { en: key },
  layout: { sections: [{ key: 'main', columns: 1, items: keys.map((field) => ({ field })) }] },
  ...more,
})

const form: Form = aForm(fields, {
  typeField: 'kind',
  layouts: [
    arranged('boss', ['name', 'owner', 'created_by'], { roles: ['boss'] }),
    arranged('renewal', ['name', 'kind', 'old_contract'], { types: ['renewal'] }),
    arranged('short', ['name', 'kind'], { device: 'desktop' }),
  ],
})

function draw(props: Partial<RecordFormProps> = {}, changes: Partial<RendererEnvironment> = {}) {
  const sent: RecordChange[] = []
  renderApp(
    { forms: [form], changes: { device: 'desktop', ...changes } },
    <RecordForm
      form="deal"
      mode="create"
      rights={fullRights(form)}
      values={{}}
      onSubmit={(change) => {
        sent.push(change)
      }}
      {...props}
    />,
  )
  return sent
}

it('follows the record type while somebody types, and keeps what was typed', async () => {
  draw()
  await userEvent.type(await screen.findByLabelText(/^Name/), 'Acme')
  expect(screen.queryByLabelText('Old contract')).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: 'renewal' }))
  expect(screen.getByLabelText('Old contract')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Acme')
})

it('asks for what must be filled though the layout leaves it out', async () => {
  const sent = draw()
  const asked = await screen.findByRole('region', { name: 'Also needed' })
  expect(asked.textContent).toContain('Reason')
  await userEvent.click(screen.getByRole('button', { name: 'Create' }))
  expect(sent).toEqual([])
  await userEvent.type(screen.getByLabelText(/^Reason/), 'Because')
  await userEvent.click(screen.getByRole('button', { name: 'Create' }))
  expect(sent[0]?.values).toMatchObject({ reason: 'Because' })
})

it('shows what a record has by itself only to be read, and not before there is a record', async () => {
  const system = { owner: 'ada', created_by: null }
  draw(
    { mode: 'edit', values: { name: 'Acme', reason: 'x' }, system, titles: { ada: 'Ada L.' } },
    { roles: ['boss'] },
  )
  expect(await screen.findByText('Ada L.')).toBeTruthy()
  expect(screen.queryByLabelText('Owner')).toBeNull()
  cleanup()
  draw({}, { roles: ['boss'] })
  expect(await screen.findByLabelText(/^Name/)).toBeTruthy()
  expect(screen.queryByText('Owner')).toBeNull()
})

it('draws the layout that it is told to draw', async () => {
  draw({ layout: null })
  expect(await screen.findByLabelText('Old contract')).toBeTruthy()
  expect(screen.queryByText('Also needed')).toBeNull()
})
