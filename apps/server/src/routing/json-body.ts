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

/** Level by level, so that this walk is safe at any depth. */
function refuseBottomless(value: unknown): void {
  let level = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new Refusal('bad-request')
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
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
