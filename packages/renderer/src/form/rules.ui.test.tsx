import type { Field, Form, Rule, RuleEffect } from '@pipewright/schemas'
import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { renderApp } from '../testing/render-app.tsx'
import { aForm, aTextField, fullRights, itemsField, stageField } from '../testing/sample-app.ts'
// Drawn on demand; loaded here so that no test waits for it.
import './explain/why-drawer.tsx'
import { RecordForm } from './record-form.tsx'

afterEach(cleanup)

const note: Field = { type: 'text', key: 'note', label: { en: 'Note', zh: '备注' } }
/** Busy machines draw slowly. */
const patience = { timeout: 20_000 }
const won = { eq: [{ var: 'name' }, 'won'] }

const rule = (effect: RuleEffect, changes: Partial<Rule> = {}): Rule => ({
  key: 'the_rule',
  label: { en: 'Ask for a note', zh: '填写备注' },
  when: won,
  effects: [effect],
  ...changes,
})

function draw(
  rules: Rule[],
  changes: { form?: Partial<Form>; roles?: string[]; name?: string; hidesReasons?: boolean } = {},
) {
  const form = aForm([aTextField(), note, stageField, itemsField], { rules, ...changes.form })
  renderApp(
    { forms: [form], changes: { roles: changes.roles ?? [], hidesReasons: changes.hidesReasons ?? false } },
    <RecordForm
      form="deal"
      mode="edit"
      rights={fullRights(form)}
      values={{ name: changes.name ?? '', items: [{ id: '1', product: 'A', quantity: '20' }] }}
      onSubmit={() => undefined}
    />,
  )
}

const name = () => screen.getByRole('textbox', { name: 'Name' })

it('hides a section while its condition holds, tells how many fields that is, and why', async () => {
  const sections = [
    { key: 'main', columns: 1 as const, items: [{ field: 'name' }] },
    { key: 'more', columns: 1 as const, items: [{ field: 'note' }, { field: 'stage' }, { field: 'items' }] },
  ]
  draw([rule({ type: 'hide', sections: ['more'] })], { form: { layout: { sections } } })
  expect(screen.getByRole('textbox', { name: 'Note' })).toBeTruthy()
  await userEvent.type(name(), 'won')
  expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '3 fields are not shown. Why?' }))
  const why = await screen.findByRole('region', { name: 'Note' }, patience)
  expect(why.textContent).toContain('Rule “Ask for a note”')
  expect(why.textContent).toContain('applies now')
  expect(within(why).getByText('won')).toBeTruthy()
})

it('tells strangers no reasons, though the rule acts', async () => {
  const hide = rule({ type: 'hide', fields: ['note'] })
  const require = rule({ type: 'require', fields: ['stage'] }, { key: 'other' })
  draw([hide, require], { hidesReasons: true })
  await userEvent.type(name(), 'won')
  expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
  expect(screen.queryAllByRole('button', { name: /Why/ })).toEqual([])
})

it('warns while typing and lets it be saved', async () => {
  draw([rule({ type: 'warn', field: 'note', message: { en: 'Mind the margin.' } })])
  expect(screen.queryByText('Mind the margin.')).toBeNull()
  await userEvent.type(name(), 'won')
  expect(screen.getByText('Mind the margin.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(false)
})

it('explains a required field by the keyboard', async () => {
  draw([rule({ type: 'require', fields: ['note'] })], { name: 'won' })
  screen.getByRole('button', { name: 'Rules about Note' }).focus()
  await userEvent.keyboard('{Enter}')
  const why = await screen.findByRole('region', { name: 'Note' }, patience)
  expect(why.textContent).toContain('Must be filled')
})

it('says that a rule asks for what the reader may not see, and no more', async () => {
  draw([rule({ type: 'lock', fields: ['note'] }, { when: null })])
  await userEvent.click(screen.getByRole('button', { name: 'Rules about Note' }))
  const why = await screen.findByRole('region', { name: 'Note' }, patience)
  expect(why.textContent).toContain('Its condition asks for something that you cannot see.')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Note' }).disabled).toBe(false)
})

it('locks cells by the values of their row', () => {
  draw([
    rule(
      { type: 'lock', fields: ['items.price'] },
      { rows: 'items', when: { gt: [{ var: 'quantity' }, 10] } },
    ),
  ])
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Price/ }).disabled).toBe(true)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Product/ }).disabled).toBe(false)
})

it('applies to the roles it names', () => {
  const when = { hasAny: [{ var: '$roles' }, ['rep']] }
  draw([rule({ type: 'hide', fields: ['note'] }, { when })], { roles: ['rep'] })
  expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
})

it('says of a new record that what was typed before a rule locked the field is not saved', async () => {
  const form = aForm([aTextField(), note], { rules: [rule({ type: 'lock', fields: ['note'] })] })
  const sent = vi.fn<(values: object) => void>()
  renderApp(
    { forms: [form] },
    <RecordForm
      form="deal"
      mode="create"
      rights={fullRights(form)}
      values={{}}
      onSubmit={({ all }) => {
        sent(all)
      }}
    />,
  )
  await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'typed')
  expect(screen.queryByText(/will not be saved/)).toBeNull()
  await userEvent.type(name(), 'won')
  expect(screen.getByText(/will not be saved/)).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Create' }))
  expect(sent).toHaveBeenCalledWith({ name: 'won' })
})
