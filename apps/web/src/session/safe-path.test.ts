import { expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

test.each(['/', '/w/sales/f/lead?view=all', '/w/客户'])('AN-10: %s is gone to', (path) => {
  expect(safePath(path)).toBe(path)
})

test.each([
  null,
  '',
  '//evil.example',
  '/\\evil.example',
  '\\evil',
  'https:evil',
  'https://evil.example',
  'javascript:alert(1)',
])('AN-10: %s is not', (path) => {
  expect(safePath(path)).toBe('/')
})
