import { act, cleanup, screen } from '@testing-library/react'
import type { JsonValue } from '@pipewright/contract'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { renderApp } from '../testing/render-app.tsx'
import { aForm, everyField } from '../testing/sample-app.ts'
import { DecimalInput } from './decimal-input.tsx'

afterEach(cleanup)

const money = everyField.find(({ type }) => type === 'money')!

function Held() {
  const [value, setValue] = useState<JsonValue>('1234.5')
  return (
    <DecimalInput field={money} id="it" label="It" titles={{}} scale={2} value={value} onChange={setValue} />
  )
}

it('is all selected when it takes the focus, although its digits are then shown plainly', () => {
  renderApp({ forms: [aForm(everyField)] }, <Held />)
  const input = screen.getByLabelText<HTMLInputElement>('It')
  expect(input.value).toBe('1,234.50')
  act(() => input.focus())
  expect(input.value).toBe('1234.5')
  expect([input.selectionStart, input.selectionEnd]).toEqual([0, 6])
})
