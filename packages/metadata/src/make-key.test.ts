import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeKey } from './make-key.ts'
import { reservedKeys } from './system-fields.ts'

test.each([
  [{ en: 'Expected close date', zh: '预计成交日期' }, 'expected_close_date'],
  [{ zh: '商机' }, 'shang_ji'],
  [{ zh: '客户A名称' }, 'ke_hu_a_ming_cheng'],
  ['Größe & Maß', 'grosse_mass'],
  ['123 go', 'go'],
  ['😀', 'field'],
  ['اسم', 'field'],
  ['', 'field'],
  ['Owner', 'owner_2'],
  ['constructor', 'constructor_2'],
])('%j becomes %s', (label, key) => {
  expect(makeKey(label, new Set())).toBe(key)
})

test('a taken key gets the next free number, within the length', () => {
  expect(makeKey('Status', new Set(['status', 'status_2']))).toBe('status_3')
  expect(makeKey('😀', new Set(['field']))).toBe('field_2')
  const long = 'a'.repeat(80)
  expect(makeKey(long, new Set(['a'.repeat(48)]))).toBe(`${'a'.repeat(46)}_2`)
})

test('every label gives a free key of the right pattern', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (label, others) => {
      const first = makeKey(label, new Set(others))
      const second = makeKey(label, new Set([...others, first]))
      for (const key of [first, second]) {
        expect(key).toMatch(/^[a-z][a-z0-9_]{0,47}$/)
        expect(reservedKeys.has(key)).toBe(false)
        expect(others).not.toContain(key)
      }
      expect(second).not.toBe(first)
    }),
  )
})
