import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { aForm, aTextField, fullRights } from '../../testing/sample-app.ts'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { RecordPage } from '../record-page.tsx'
import type { RecordPageProps } from '../record-page-props.ts'

afterEach(cleanup)

const form = aForm([
  aTextField(),
  { type: 'text', key: 'city', label: { en: 'City' } },
  { type: 'text', key: 'secret', label: { en: 'Secret' } },
  { type: 'text', key: 'reason', label: { en: 'Reason' } },
])
const { secret: _, ...seen } = fullRights(form).fields
const record = aRecord({ title: 'Big deal' }, { name: 'Big deal', city: 'York', reason: 'Because' })

function draw(props: Partial<RecordPageProps> = {}): string[] {
  const opened: string[] = []
  renderApp(
    { forms: [form] },
    <RecordPage
      form="deal"
      record={record}
      rights={{ ...fullRights(form), fields: seen }}
      tab="details"
      onTab={() => undefined}
      onSave={() => Promise.resolve()}
      timeline={null}
      onFieldPast={(field) => opened.push(field)}
      {...props}
    />,
  )
  return opened
}

const buttons = () => screen.queryAllByRole('button', { name: /^History of/ })

it('goes along with the field that somebody is at, as one stop of the Tab key', async () => {
  const opened = draw()
  await screen.findByRole('button', { name: 'History of Name' })
  await userEvent.click(screen.getByRole('textbox', { name: 'City' }))
  expect(buttons().map((one) => one.getAttribute('aria-label'))).toEqual(['History of City'])
  await userEvent.tab({ shift: true })
  expect(document.activeElement).toBe(buttons()[0])
  await userEvent.keyboard('{Enter}')
  expect(opened).toEqual(['city'])
})

it('leads by arrows to fields that are only read, past those that may not be', async () => {
  const opened = draw({ record: { ...record, locked_by: 'run' } })
  const first = await screen.findByRole('button', { name: 'History of Name' })
  first.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}')
  expect(opened).toEqual(['reason', 'city'])
  expect(buttons()).toHaveLength(1)
})

it('is shown where a mouse is over a field or a thumb presses it, also one that is only read', async () => {
  draw({ record: { ...record, locked_by: 'run' } })
  const first = await screen.findByRole('button', { name: 'History of Name' })
  expect(first.hasAttribute('data-shown')).toBe(false)
  await userEvent.pointer({ keys: '[TouchA]', target: screen.getByText('Because') })
  expect(screen.getByRole('button', { name: 'History of Reason' }).hasAttribute('data-shown')).toBe(true)
  await userEvent.pointer({ target: screen.getByText('York') })
  expect(screen.getByRole('button', { name: 'History of City' }).hasAttribute('data-shown')).toBe(true)
})
