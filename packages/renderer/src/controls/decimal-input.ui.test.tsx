import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
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

it('is overwritten by what is typed after Tab, although its digits are shown plainly on focus', async () => {
  renderApp({ forms: [aForm(everyField)] }, <Held />)
  const input = screen.getByLabelText<HTMLInputElement>('It')
  expect(input.value).toBe('1,234.50')
  await userEvent.tab()
  await userEvent.keyboard('25')
  expect(input.value).toBe('25')
})
