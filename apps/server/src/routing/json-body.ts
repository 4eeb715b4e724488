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
    if (mayBePoisoned.test(text)) refusePoison(value)
    return value
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('bad-request')
  }
}
