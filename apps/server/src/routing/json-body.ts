import { Refusal } from '../problems/refusal.ts'

const poison = new Set(['__proto__', 'constructor', 'prototype'])
const mayBePoisoned = /__proto__|constructor|prototype|\\u/
const mayBeHuge = /\d{16}/

function refusePoison(value: unknown): void {
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    if (Object.keys(next).some((key) => poison.has(key))) throw new Refusal('bad-request')
    waiting.push(...Object.values(next))
  }
}

/** Deeper than anything of the product goes; what walks over a body by calling itself then never runs out of stack. */
const deepest = 500

/** Segments of a pointer that are told: they name the place, the other hundreds only repeat. */
const told = 4

const segment = (key: string) => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`

/** Level by level, so that this walk is safe at any depth. */
function refuseBottomless(value: unknown): void {
  let level = [{ value, pointer: '' }]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) {
      const [{ pointer } = { pointer: '' }] = level
      throw new Refusal('bad-request', {
        errors: [{ pointer, code: 'nested-too-deep', params: { max: deepest } }],
      })
    }
    level = level.flatMap((each) =>
      typeof each.value === 'object' && each.value !== null
        ? Object.entries(each.value).map(([key, inner]: [string, unknown]) => ({
            value: inner,
            pointer: depth < told ? each.pointer + segment(key) : each.pointer,
          }))
        : [],
    )
  }
}

/** A whole number that JavaScript would silently change is refused: such numbers travel as strings. */
function exactNumber(this: unknown, _key: string, value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new Refusal('invalid', { errors: [{ pointer: '', code: 'not-a-number' }] })
  }
  return value
}

/** Reads a JSON body; names that mean something to JavaScript itself are refused as keys at any depth. */
export function parseJsonBody(text: string): unknown {
  if (text === '') return undefined
  try {
    const value: unknown = mayBeHuge.test(text) ? JSON.parse(text, exactNumber) : JSON.parse(text)
    if (text.length > deepest) refuseBottomless(value)
    if (mayBePoisoned.test(text)) refusePoison(value)
    return value
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('bad-request')
  }
}
