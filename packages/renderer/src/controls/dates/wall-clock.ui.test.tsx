import type { JsonValue } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { renderApp } from '../../testing/render-app.tsx'
import { aForm } from '../../testing/sample-app.ts'
import { controlOf } from '../index.ts'

// The clocks of the device skip the hour from two to three on 2026-03-08; those of the member, in Shanghai, never do.
beforeAll(() => void vi.stubEnv('TZ', 'America/New_York'))
afterAll(() => void vi.unstubAllEnvs())
afterEach(cleanup)

const when: Field = { type: 'dateTime', key: 'when', label: { en: 'When' } }
const time: Field = { type: 'time', key: 'time', label: { en: 'Time' } }
const limited: Field = { ...when, latest: '2026-03-08' }

function Held({ field, start }: { readonly field: Field; readonly start: JsonValue }) {
  const [value, setValue] = useState(start)
  const { Control } = controlOf(field)
  return (
    <>
      <Control field={field} id="it" label="It" titles={{}} value={value} onChange={setValue} />
      <output>{JSON.stringify(value)}</output>
    </>
  )
}

function drawn(field: Field, start: JsonValue = null) {
  const { container } = renderApp({ forms: [aForm([field])] }, <Held field={field} start={start} />)
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'It' })
  return {
    box,
    value: () => JSON.parse(container.querySelector('output')?.textContent ?? '') as JsonValue,
    type: (text: string) => {
      fireEvent.mouseDown(box)
      fireEvent.focus(box)
      fireEvent.change(box, { target: { value: text } })
      fireEvent.keyDown(box, { key: 'Enter', code: 'Enter' })
    },
  }
}

it('keeps a typed time that the device skips', () => {
  expect(new Date(2026, 2, 8, 2, 30).getHours()).toBe(3)
  const { type, value, box } = drawn(when)
  type('2026-03-08 02:30')
  expect(value()).toBe('2026-03-07T18:30:00.000Z')
  expect(box.value).toBe('2026-03-08 02:30')
})

it('shows a time that the device skips', () => {
  expect(drawn(when, '2026-03-07T18:30:00.000Z').box.value).toBe('2026-03-08 02:30')
})

it('takes the last day that may be chosen whole, whatever zone the device is in', () => {
  const { type, value } = drawn(limited)
  type('2026-03-08 23:55')
  expect(value()).toBe('2026-03-08T15:55:00.000Z')
  type('2026-03-09 00:05')
  expect(value()).toBe('2026-03-08T15:55:00.000Z')
})

it('picks an hour that the device skips', () => {
  const { box, value } = drawn(when, '2026-03-07T17:30:00.000Z')
  fireEvent.mouseDown(box)
  fireEvent.click(box)
  const [hours] = document.querySelectorAll('.ant-picker-time-panel-column')
  const two = [...(hours?.querySelectorAll('.ant-picker-time-panel-cell-inner') ?? [])].find(
    (cell) => cell.textContent === '02',
  )
  if (two === undefined) throw new Error('no such hour')
  fireEvent.click(two)
  fireEvent.click(screen.getByRole('button', { name: 'OK' }))
  expect(value()).toBe('2026-03-07T18:30:00.000Z')
})

it('keeps a typed time of the day', () => {
  const { type, value } = drawn(time)
  type('02:30')
  expect(value()).toBe('02:30:00')
})
