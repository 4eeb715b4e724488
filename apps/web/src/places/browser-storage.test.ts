import { expect, it } from 'vitest'
import { openStorage } from './browser-storage.ts'

it('keeps what it is given until the page is left, where the browser refuses its storage', () => {
  const kept = openStorage(() => {
    throw new DOMException('Access is denied for this document.', 'SecurityError')
  })
  expect(kept.getItem('a')).toBeNull()
  kept.setItem('a', '1')
  expect([kept.getItem('a'), kept.length, kept.key(0)]).toEqual(['1', 1, 'a'])
  kept.removeItem('a')
  expect(kept.getItem('a')).toBeNull()
})
