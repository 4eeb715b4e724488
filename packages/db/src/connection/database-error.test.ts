import pg from 'pg'
import { expect, test } from 'vitest'
import { asDatabaseError, DatabaseError } from './database-error.ts'

const failed = (code: string, extra: object = {}, message = 'broken') =>
  Object.assign(new Error(message), { code, ...extra })

const said = (code: string, detail: string) =>
  Object.assign(new pg.DatabaseError('duplicate key value', 0, 'error'), { code, detail })

test('what the server says becomes an error of ours, without the row it quotes', () => {
  const error = asDatabaseError(said('23505', 'Key (email)=(ann@example.com) already exists.'))
  expect(error).toBeInstanceOf(DatabaseError)
  expect(error).toMatchObject({ kind: 'unique', code: '23505' })
  expect(JSON.stringify(error)).not.toContain('ann@example.com')
})

test.each([
  failed('ECONNREFUSED', { syscall: 'connect' }),
  failed('ECONNRESET', { syscall: 'read' }),
  new Error('Connection terminated unexpectedly'),
])('%s: the server is gone', (error) => {
  expect(asDatabaseError(error)).toMatchObject({ name: 'DatabaseError', kind: 'gone' })
})

test.each([
  failed('FST_ERR_VALIDATION'),
  failed('ERR_INVALID_ARG_TYPE'),
  failed('ENOENT', { syscall: 'open', path: '/tmp/upload' }),
  failed('23505'),
  new TypeError('x is not a function'),
])('%s is none of the driver and stays what it is', (error) => {
  expect(asDatabaseError(error)).toBe(error)
})
