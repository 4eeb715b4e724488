import type { Option } from '@pipewright/schemas'
import { expect, it } from 'vitest'
import { linesOf, optionsOfLines } from './option-lines.ts'

const options: Option[] = [
  { key: 'open', label: { en: 'Open', zh: '进行中' }, color: 'blue' },
  { key: 'won', label: { en: 'Won' }, inactive: true },
]

it('reads a list back as it was', () => {
  expect(optionsOfLines(options, linesOf(options, 'en'), 'en')).toEqual({ options, added: 0, removed: 0 })
})

it('orders, adds and takes away as the lines say, and keeps what each option is', () => {
  const { options: next, added, removed } = optionsOfLines(options, ' Lost \r\n\r\nOpen\nLost', 'en')
  expect(next).toEqual([
    { key: 'lost', label: { en: 'Lost' }, color: 'green' },
    { key: 'open', label: { en: 'Open', zh: '进行中' }, color: 'blue' },
  ])
  expect([added, removed]).toEqual([1, 1])
})

it('makes ten thousand options of a pasted column with a key of their own each', () => {
  const text = Array.from({ length: 10_000 }, (_, at) => `Town ${at}`).join('\n')
  const { options: next } = optionsOfLines([], text, 'en')
  expect(new Set(next.map(({ key }) => key)).size).toBe(10_000)
})
