import { expect, test } from 'vitest'
import { readCommand } from './command.ts'

test('behind the command stands which backup comes back, and whose password is set anew', () => {
  expect(readCommand([])).toEqual({ restoreFrom: undefined, isRestored: false, resetFor: undefined })
  expect(readCommand(['--restore', 'a.tar.gz']).restoreFrom).toBe('a.tar.gz')
  expect(readCommand(['--restored']).isRestored).toBe(true)
  expect(readCommand(['--reset-password', 'ann@example.com']).resetFor).toBe('ann@example.com')
})

test.each([
  [['--reset-password']],
  [['--reset-password', '']],
  [['--reset']],
  [['--restored=yes']],
  [['--reset-password', 'a@b.example', 'more']],
])('%j is refused in both languages', (words) => {
  expect(() => readCommand(words)).toThrow(/--reset-password ann@example\.com[\s\S]*启动命令/)
})
