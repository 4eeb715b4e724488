import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without settings it listens on this machine alone, with its own database', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: undefined })
})

test.each(['abc', '70000', '-1', '80.5'])('PORT=%s is refused in both languages', (PORT) => {
  expect(() => readConfig({ PORT })).toThrow(/a port is a number[\s\S]*端口/)
})

test('LOGS says how much the terminal shows', () => {
  expect(readConfig({}).logs).toBe('errors')
  expect(readConfig({ LOGS: 'all' }).logs).toBe('all')
  expect(() => readConfig({ LOGS: 'loud' })).toThrow(/LOGS=loud/)
})

test.each(['crm.example', 'ftp://crm.example', 'https://crm.example/path'])(
  'PUBLIC_URL=%s is refused',
  (PUBLIC_URL) => {
    expect(() => readConfig({ PUBLIC_URL })).toThrow(/PUBLIC_URL/)
  },
)
