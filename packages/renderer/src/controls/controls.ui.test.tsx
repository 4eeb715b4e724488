import { fieldTypes } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { JsonValue } from '@pipewright/contract'
import { aForm, everyField } from '../testing/sample-app.ts'
import { renderApp } from '../testing/render-app.tsx'
import { controlOf, controls } from './index.ts'

afterEach(cleanup)

const form = aForm(everyField)

function Held({
  field,
  start = null,
  onValue,
}: {
  readonly field: Field
  readonly start?: JsonValue
  readonly onValue: (value: JsonValue) => void
}) {
  const [value, setValue] = useState(start)
  const { Control } = controlOf(field)
  return (
    <Control
      field={field}
      id="it"
      label="It"
      titles={{}}
      value={value}
      onChange={(next) => {
        setValue(next)
        onValue(next)
      }}
    />
  )
}

function typed(field: Field, start?: JsonValue) {
  const values: JsonValue[] = []
  renderApp(
    { forms: [form] },
    <Held
      field={field}
      {...(start === undefined ? {} : { start })}
      onValue={(value) => values.push(value)}
    />,
  )
  return values
}

describe('controls', () => {
  it('has an entry for each type of field', () => {
    expect(Object.keys(controls).sort()).toEqual(Object.keys(fieldTypes).sort())
  })

  it.each(everyField)('shows $type as empty while it has no value', (field) => {
    typed(field)
    const boxes = document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=file]), textarea')
    expect(
      [...boxes].map((box) => (box as HTMLInputElement).value.trim()).filter((value) => value !== ''),
    ).toEqual([])
  })

  it.each(everyField)('gives $type an accessible name', (field) => {
    typed(field)
    const named = [...document.querySelectorAll<HTMLElement>('#it, [aria-label="It"]')]
    expect(named.length).toBeGreaterThan(0)
    const focusable = document.querySelectorAll<HTMLElement>('input, textarea, button, output')
    for (const element of focusable) {
      if (element.getAttribute('aria-hidden') === 'true') continue
      expect([element.outerHTML, Boolean(element.getAttribute('aria-label') || element.textContent)]).toEqual(
        [element.outerHTML, true],
      )
    }
  })

  it('rates by arrow keys, and the same sign or Delete takes the rating away', async () => {
    const values = typed(everyField.find(({ type }) => type === 'rating')!)
    await userEvent.click(screen.getByLabelText('3 of 5'))
    expect(values.at(-1)).toBe('3')
    await userEvent.keyboard('{ArrowRight}')
    expect(values.at(-1)).toBe('4')
    await userEvent.keyboard('{Delete}')
    expect(values.at(-1)).toBeNull()
    await userEvent.click(screen.getByLabelText('2 of 5'))
    await userEvent.click(screen.getByLabelText('2 of 5'))
    expect(values.slice(-2)).toEqual(['2', null])
  })

  it('takes a duration as it is typed and shows hours and minutes', async () => {
    const values = typed(everyField.find(({ type }) => type === 'duration')!)
    const input = screen.getByLabelText<HTMLInputElement>('It')
    await userEvent.type(input, '90 min')
    expect(values.at(-1)).toBe('90')
    await userEvent.tab()
    expect(input.value).toBe('1h 30m')
    await userEvent.type(input, ' soon')
    expect(values.at(-1)).toBe('1h 30m soon')
  })

  it('moves a slider in its steps and takes digits exactly', async () => {
    const field: Field = {
      type: 'percent',
      key: 'p',
      label: { en: 'P' },
      scale: 1,
      display: 'slider',
      step: '5',
    }
    const values = typed(field, '20')
    fireEvent.keyDown(screen.getByRole('slider'), { key: 'ArrowRight', keyCode: 39, which: 39 })
    expect(values.at(-1)).toBe('25.0')
    const input = screen.getByRole('textbox')
    await userEvent.clear(input)
    await userEvent.type(input, '12.3')
    expect(values.at(-1)).toBe('12.3')
  })

  it('never makes a float of an amount and groups it on blur', async () => {
    const values = typed(everyField.find(({ type }) => type === 'money')!)
    const input = screen.getByLabelText('It')
    await userEvent.type(input, '12345678901234567.89')
    expect(values.at(-1)).toBe('12345678901234567.89')
    await userEvent.tab()
    expect((input as HTMLInputElement).value).toBe('12,345,678,901,234,567.89')
  })

  it('accepts full-width digits and passes on what is no number as typed', async () => {
    const values = typed(everyField.find(({ type }) => type === 'number')!)
    const input = screen.getByLabelText('It')
    fireEvent.change(input, { target: { value: '１，２３４．５' } })
    expect(values.at(-1)).toBe('1234.5')
    fireEvent.change(input, { target: { value: '12a' } })
    expect(values.at(-1)).toBe('12a')
    fireEvent.change(input, { target: { value: ' ' } })
    expect(values.at(-1)).toBeNull()
  })

  it('keeps a picked day the same day', () => {
    const values = typed(everyField.find(({ type }) => type === 'date')!)
    const input = screen.getByLabelText('It')
    fireEvent.mouseDown(input)
    fireEvent.change(input, { target: { value: '2026-03-08' } })
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 13 })
    expect(values.at(-1)).toBe('2026-03-08')
  })

  it('does not make a link of an address that could run as a script', () => {
    const { ReadOnly } = controlOf({ type: 'url', key: 'site', label: {} })
    renderApp(
      { forms: [form] },
      <ReadOnly field={{ type: 'url', key: 'site', label: {} }} value="javascript:alert(1)" titles={{}} />,
    )
    expect(document.querySelector('a')).toBeNull()
    expect(screen.getByText('javascript:alert(1)')).toBeTruthy()
  })
})
