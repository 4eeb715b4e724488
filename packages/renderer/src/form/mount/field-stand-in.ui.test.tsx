import type { Field } from '@pipewright/schemas'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { anEnvironment, AppAround } from '../../testing/render-app.tsx'
import { aForm, aRule, fullRights } from '../../testing/sample-app.ts'
import { RecordForm } from '../record-form.tsx'

beforeEach(() => {
  // Nothing is made but what somebody goes to.
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.stubGlobal('cancelIdleCallback', () => undefined)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const named = (key: string) => ({ key, label: { en: key } })
const text = (key: string): Field => ({ type: 'text', ...named(key) })
const sum: Field = { type: 'formula', ...named('sum'), resultType: 'number', expression: { sum: [1, 1] } }
const many = Array.from({ length: 70 }, (_, at) => text(`f_${at}`))

function draw() {
  const form = {
    ...aForm([text('name'), sum, text('locked'), ...many]),
    rules: [aRule({ when: true, effects: [{ type: 'lock', fields: ['locked'] }] })],
  }
  const rights = fullRights(form)
  const props = { form: form.key, mode: 'create', rights, values: {}, onSubmit: () => undefined } as const
  render(
    <AppAround environment={{ ...anEnvironment({ forms: [form] }), hidesReasons: true }}>
      <RecordForm {...props} />
    </AppAround>,
  )
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name)
const isMade = (name: string) => !field(name).classList.contains('pw-stand-in')

it('makes the control that somebody comes to, and none that nothing can be typed into', async () => {
  draw()
  await userEvent.click(field('name'))
  expect([isMade('name'), isMade('sum'), isMade('locked'), isMade('f_0')]).toEqual([
    true,
    false,
    false,
    false,
  ])
  await userEvent.tab()
  expect(document.activeElement).toBe(field('f_0'))
  expect([isMade('sum'), isMade('locked'), isMade('f_0')]).toEqual([false, false, true])
  await userEvent.keyboard('typed')
  expect(field('f_0').value).toBe('typed')
})
