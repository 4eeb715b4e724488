import type { Form, LayoutElement } from '@pipewright/schemas'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { RecordPrint } from '../../print/record-print.tsx'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { aForm, aTextField, fullRights } from '../../testing/sample-app.ts'
import { RecordForm } from '../record-form.tsx'
// Drawn on demand; loaded here so that no test waits for it.
import './element-view.tsx'

afterEach(cleanup)

const text = (key: string, en: string) => aTextField({ key, label: { en }, required: false })
const fields = [aTextField(), text('phone', 'Phone'), text('city', 'City'), text('fax', 'Fax')]
const whole: LayoutElement = { type: 'completeness', key: 'whole', fields: ['phone', 'city', 'fax'] }

/** The city lies in a folded section; the fax nowhere. */
const form = (changes: Partial<Form> = {}): Form =>
  aForm(fields, {
    layout: {
      sections: [
        { key: 'main', columns: 2, items: [{ element: whole }, { field: 'name' }, { field: 'phone' }] },
        { key: 'more', label: { en: 'More' }, columns: 2, collapsed: true, items: [{ field: 'city' }] },
      ],
    },
    ...changes,
  })

const draw = (shown: Form) =>
  renderApp(
    { forms: [shown] },
    <RecordForm
      form="deal"
      mode="edit"
      rights={fullRights(shown)}
      values={{ name: 'Big deal' }}
      onSubmit={() => undefined}
    />,
  )

const missing = async () =>
  within(await screen.findByRole('list', { name: 'Still missing' }))
    .getAllByRole('button')
    .map((button) => button.textContent)

it('names what is missing while one types, and nothing that has no place on the form', async () => {
  draw(form())
  expect(await missing()).toEqual(['Phone', 'City'])
  expect(screen.getByText('0 of 2')).toBeTruthy()
  await userEvent.type(screen.getByRole('textbox', { name: 'Phone' }), '1')
  expect(await missing()).toEqual(['City'])
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50')
})

it('rounds as a formula is shown', async () => {
  const keys = Array.from({ length: 40 }, (_, at) => `f${at}`)
  const all: LayoutElement = { type: 'completeness', key: 'whole', fields: keys }
  const sections = [
    { key: 'main', columns: 2 as const, items: [{ element: all }, ...keys.map((field) => ({ field }))] },
  ]
  const shown = aForm([aTextField(), ...keys.map((key) => text(key, key))], { layout: { sections } })
  const values = Object.fromEntries(keys.slice(0, 35).map((key) => [key, 'x']))
  renderApp(
    { forms: [shown] },
    <RecordForm
      form="deal"
      mode="edit"
      rights={fullRights(shown)}
      values={values}
      onSubmit={() => undefined}
    />,
  )
  // 35 of 40 are 87.5 %.
  expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('88')
})

it('leads to a field in a folded section', async () => {
  draw(form())
  const city = await screen.findByRole('button', { name: 'City' })
  expect(screen.queryByRole('textbox', { name: 'City' })).toBeNull()
  await userEvent.click(city)
  const box = await screen.findByRole('textbox', { name: 'City' })
  await waitFor(() => expect(document.activeElement).toBe(box))
  await userEvent.type(box, 'Wuhan')
  await userEvent.click(screen.getByRole('button', { name: 'Phone' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Phone' })))
  await userEvent.keyboard('1')
  expect(await screen.findByText('Everything is filled in')).toBeTruthy()
  expect(screen.queryByRole('list', { name: 'Still missing' })).toBeNull()
})

it('does not ask for what a rule hides', async () => {
  const hide = { type: 'hide' as const, fields: ['city'] }
  const when = { eq: [{ var: 'name' }, 'Big deal'] }
  draw(form({ rules: [{ key: 'r', label: { en: 'Small' }, when, effects: [hide] }] }))
  expect(await missing()).toEqual(['Phone'])
})

it('tells on paper what is missing', async () => {
  const shown = form()
  const record = aRecord({}, { name: 'Big deal', phone: '1' })
  renderApp(
    { forms: [shown] },
    <RecordPrint form={shown} layout={null} record={record} rights={fullRights(shown)} company="Acme" />,
  )
  expect(await screen.findByText('Missing: City, Fax')).toBeTruthy()
})
