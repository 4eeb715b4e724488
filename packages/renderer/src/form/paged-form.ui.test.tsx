import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Form } from '@pipewright/schemas'
import { afterEach, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.tsx'
import { aForm, aTextField, fullRights } from '../testing/sample-app.ts'
import './paged-form.tsx'
import { RecordForm } from './record-form.tsx'
import type { RecordChange, RecordFormProps } from './record-form-props.ts'

afterEach(cleanup)

const paged = (steps: boolean): Form =>
  aForm(
    [
      aTextField({ required: true }),
      { type: 'text', key: 'reason', label: { en: 'Reason' }, required: true },
    ],
    {
      layout: {
        pages: [
          { key: 'who', label: { en: 'Who' } },
          { key: 'why', label: { en: 'Why' } },
        ],
        ...(steps ? { steps } : {}),
        sections: [
          { key: 'a', columns: 1, page: 'who', items: [{ field: 'name' }] },
          { key: 'b', columns: 1, page: 'why', items: [{ field: 'reason' }] },
        ],
      },
    },
  )

function draw(form: Form, props: Partial<RecordFormProps> = {}) {
  const sent: RecordChange[] = []
  renderApp(
    { forms: [form] },
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

const tab = (name: RegExp | string) => screen.findByRole('tab', { name })

it('goes on to the next step only when this one is right, also by Enter, and saves at the end', async () => {
  const sent = draw(paged(true))
  const why = await tab(/Why/)
  expect((why as HTMLButtonElement).disabled).toBe(true)
  expect(screen.getByText('Step 1 of 2')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  expect(screen.getByText('Please fill this in.')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Name'), 'Deal{Enter}')
  expect((await tab(/Why/)).getAttribute('aria-selected')).toBe('true')
  expect(sent).toEqual([])
  expect(screen.getByText('Step 2 of 2')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  expect((await tab(/Who/)).getAttribute('aria-selected')).toBe('true')
  await userEvent.click(screen.getByRole('button', { name: 'Next' }))
  await userEvent.type(screen.getByLabelText('Reason'), 'Because')
  await userEvent.click(screen.getByRole('button', { name: 'Create' }))
  expect(sent[0]?.all).toEqual({ name: 'Deal', reason: 'Because' })
})

it('opens the tab of a field that is wrong, and its tab says so', async () => {
  const sent = draw(paged(false))
  await tab('Who')
  await userEvent.type(screen.getByLabelText('Name'), 'Deal')
  await userEvent.click(screen.getByRole('button', { name: 'Create' }))
  expect(sent).toEqual([])
  const why = await tab(/Why/)
  expect(why.getAttribute('aria-selected')).toBe('true')
  expect(why.textContent).toContain('needs a correction')
})

it('walks the tabs by the arrow keys', async () => {
  draw(paged(false))
  const who = await tab('Who')
  who.focus()
  await userEvent.keyboard('{ArrowRight}')
  const why = await tab('Why')
  expect(document.activeElement).toBe(why)
  expect(why.getAttribute('aria-selected')).toBe('true')
})

it('says whether another new record is to follow', async () => {
  const sent = draw(paged(false), { mayRepeat: true, values: { name: 'A', reason: 'B' } })
  await tab('Who')
  await userEvent.click(screen.getByRole('button', { name: 'Save and new' }))
  expect(sent[0]?.again).toBe(true)
})
