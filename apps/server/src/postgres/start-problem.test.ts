import { describe, expect, test } from 'vitest'
import { explainStartFailure, folderNotWritable } from './start-problem.ts'

const systemError = (fields: Record<string, unknown>) => Object.assign(new Error('failed'), fields)

describe('a failure that a person can mend is told in English and Chinese', () => {
  test.each([
    [
      { code: 'EADDRINUSE', syscall: 'listen', port: 3000 },
      'port-taken',
      'Port 3000 is taken',
      '端口 3000 已被',
    ],
    [
      { code: 'EACCES', syscall: 'listen', port: 80 },
      'port-forbidden',
      'may not open port 80',
      '无权打开端口 80',
    ],
    [
      { code: 'ENOSPC', syscall: 'write' },
      'disk-full',
      'holds /srv/data is full',
      '/srv/data 所在的磁盘已满',
    ],
    [{ code: '53100' }, 'disk-full', 'is full', '磁盘已满'],
    [{ code: 'EACCES', syscall: 'open', path: '/srv/x' }, 'folder-not-writable', '/srv/x cannot', '/srv/x。'],
    [
      { code: 'EACCES', syscall: 'open', path: '/srv/data/app.lock' },
      'folder-not-writable',
      '/srv/data cannot',
      '/srv/data。',
    ],
    [{ code: 'EROFS', syscall: 'mkdir' }, 'folder-not-writable', 'cannot be written', '无法写入'],
    [{ code: 'ECONNREFUSED' }, 'database-refused', 'no server answers', '没有数据库服务器响应'],
    [{ code: '28P01' }, 'database-refused', 'wrong user or password', '用户名或密码错误'],
    [{ code: '3D000' }, 'database-refused', 'does not exist', '不存在'],
  ])('%o', (fields, code, english, chinese) => {
    const problem = explainStartFailure(systemError(fields), '/srv/data')
    expect(problem?.code).toBe(code)
    const [first, second] = problem?.message.split('\n') ?? []
    expect(first).toContain(english)
    expect(second).toContain(chinese)
  })

  test('of several failed connections the first one speaks', () => {
    const error = new AggregateError([systemError({ code: 'ECONNREFUSED', syscall: 'connect' })])
    expect(explainStartFailure(error)?.code).toBe('database-refused')
  })
})

test('a failure of our own keeps its stack: nothing is explained away', () => {
  expect(explainStartFailure(new TypeError('x is not a function'))).toBeUndefined()
  expect(explainStartFailure(systemError({ code: '42P01' }))).toBeUndefined()
})

test('a start problem is not wrapped again', () => {
  const problem = folderNotWritable('/srv')
  expect(explainStartFailure(problem)).toBe(problem)
})
