import { expect, test } from 'vitest'
import { parseJsonBody } from './json-body.ts'

test.each(['{"a":{"__proto__":{}}}', '[{"constructor":1}]', '{"prototype":null}', '{"\\u005f_proto__":1}'])(
  'IN-15: %s is refused',
  (text) => expect(() => parseJsonBody(text)).toThrow('bad-request'),
)

test('the same words are welcome as values', () => {
  expect(parseJsonBody('{"a":"constructor"}')).toEqual({ a: 'constructor' })
})

test('IN-09: a whole number that would lose digits is refused, as text it is welcome', () => {
  expect(() => parseJsonBody('{"a":9007199254740993}')).toThrow('invalid')
  expect(parseJsonBody('{"a":"9007199254740993"}')).toEqual({ a: '9007199254740993' })
})

test('what is no JSON is refused', () => {
  expect(() => parseJsonBody('{')).toThrow('bad-request')
})

test.each([
  ['[', ']'],
  ['{"a":', '}'],
  ['{"!":[', ']}'],
])('IN-06: %s without end is refused before anybody walks over it', (open, close) => {
  const nested = (levels: number) => `${open.repeat(levels)}1${close.repeat(levels)}`
  expect(() => parseJsonBody(nested(20_000))).toThrow('bad-request')
  expect(() => parseJsonBody(nested(501))).toThrow('bad-request')
  expect(() => parseJsonBody(nested(200))).not.toThrow()
})

test('what is nested too deep is told, with the place where it begins', () => {
  const formula = `${'{"not":['.repeat(300)}true${']}'.repeat(300)}`
  const body = `{"version":1,"edits":[{"type":"addField","field":{"expression":${formula}}}]}`
  const errors = [{ pointer: '/edits/0/field/expression', code: 'nested-too-deep', params: { max: 500 } }]
  expect(() => parseJsonBody(body)).toThrow(expect.objectContaining({ extras: { errors } }))
})
