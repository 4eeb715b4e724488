import type { JsonValue } from '@pipewright/contract'
import type { Field, Option } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderApp } from '../../testing/render-app.tsx'
import { aForm } from '../../testing/sample-app.ts'
import { controlOf } from '../index.ts'

afterEach(cleanup)

const label = { en: 'Source', zh: '来源' }
const options: Option[] = [
  { key: 'web', label: { en: 'Website', zh: '官网' } },
  { key: 'fair', label: { en: 'Trade fair', zh: '展会' } },
  { key: 'old', label: { en: 'Fax', zh: '传真' }, inactive: true },
]

function Held(props: { field: Field; start: JsonValue; onValue: (value: JsonValue) => void }) {
  const [value, setValue] = useState(props.start)
  const { Control } = controlOf(props.field)
  return (
    <Control
      field={props.field}
      id="it"
      label="Source"
      titles={{}}
      value={value}
      onChange={(next) => {
        setValue(next)
        props.onValue(next)
      }}
    />
  )
}

function draw(field: Field, start: JsonValue = null, locale: 'en' | 'zh' = 'en') {
  const values: JsonValue[] = []
  renderApp(
    { forms: [aForm([field])], locale },
    <Held field={field} start={start} onValue={(value) => values.push(value)} />,
  )
  return values
}

const choice = (more: object = {}): Field =>
  ({ type: 'choice', key: 'source', label, options, ...more }) as Field
const many = (more: object = {}): Field =>
  ({ type: 'multiChoice', key: 'source', label, options, ...more }) as Field

describe('choices in sight', () => {
  it.each(['radio', 'buttons'])('picks and empties by %s, and offers what is in use', async (display) => {
    const values = draw(choice({ display }))
    const group = screen.getByRole('radiogroup', { name: 'Source' })
    expect(within(group).getAllByRole('radio')).toHaveLength(2)
    await userEvent.click(within(group).getByRole('radio', { name: 'Trade fair' }))
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }))
    expect(values).toEqual(['fair', null])
  })

  it('still shows an option out of use that the record holds', () => {
    draw(choice({ display: 'radio' }), 'old')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Fax' }).checked).toBe(true)
  })

  it('ticks several, and empties to nothing', async () => {
    const values = draw(many({ display: 'checkboxes' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Website' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Trade fair' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Website' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Trade fair' }))
    expect(values).toEqual([['web'], ['web', 'fair'], ['fair'], null])
  })

  it('asks for the words of another answer', async () => {
    const values = draw(choice({ display: 'radio', other: true }))
    await userEvent.click(screen.getByRole('radio', { name: 'Other…' }))
    await userEvent.type(screen.getByLabelText('Source: other answer'), 'Ad')
    expect(values).toEqual(['other:', 'other:A', 'other:Ad'])
    await userEvent.click(screen.getByRole('radio', { name: 'Website' }))
    expect(values.at(-1)).toBe('web')
    expect(screen.queryByLabelText('Source: other answer')).toBeNull()
  })

  it('takes back another answer beside options', async () => {
    const values = draw(many({ display: 'checkboxes', other: true }), ['web', 'other:Ad'])
    await userEvent.click(screen.getByRole('checkbox', { name: 'Other…' }))
    expect(values).toEqual([['web']])
  })
})

describe('a list that opens', () => {
  it('makes another answer of what was typed', async () => {
    const values = draw(choice({ other: true }))
    await userEvent.type(screen.getByRole('combobox', { name: 'Source' }), 'Magazine')
    await userEvent.click(await screen.findByText('Other: “Magazine”'))
    expect(values).toEqual(['other:Magazine'])
    expect(screen.getByLabelText<HTMLInputElement>('Source: other answer').value).toBe('Magazine')
  })

  it.each(['zhanhui', 'zh'])('finds a Chinese option by %s', async (typed) => {
    const values = draw(choice(), null, 'zh')
    await userEvent.type(screen.getByRole('combobox', { name: 'Source' }), typed)
    await userEvent.click(await screen.findByText('展会', {}, { timeout: 4000 }))
    expect(values).toEqual(['fair'])
  })

  it('draws only the options in sight of ten thousand', async () => {
    const towns = Array.from({ length: 10_000 }, (_, at) => ({ key: `t${at}`, label: { en: `Town ${at}` } }))
    const values = draw(choice({ options: towns }))
    const input = screen.getByLabelText('Source')
    fireEvent.mouseDown(input)
    await waitFor(() => expect(document.querySelector('.ant-select-item-option')).not.toBeNull())
    expect(document.querySelectorAll('.ant-select-item-option').length).toBeLessThan(60)
    fireEvent.change(input, { target: { value: '9876' } })
    fireEvent.click(await screen.findByText('Town 9876'))
    expect(values).toEqual(['t9876'])
  })
})

describe('yes and no', () => {
  const words = { yes: { en: 'Signed', zh: '已签' }, no: { en: 'Open', zh: '未签' } }
  const yesNo = (more: object = {}): Field =>
    ({ type: 'yesNo', key: 'source', label, ...words, ...more }) as Field

  it('says its own words beside a switch and a checkbox', async () => {
    const values = draw(yesNo({ display: 'checkbox' }))
    expect(screen.getByText('Open')).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Source' }))
    expect(screen.getByText('Signed')).toBeTruthy()
    expect(values).toEqual([true])
  })

  it('answers no, or nothing yet, by buttons', async () => {
    const values = draw(yesNo({ display: 'buttons' }))
    await userEvent.click(screen.getByRole('radio', { name: 'Open' }))
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }))
    expect(values).toEqual([false, null])
  })
})
