import { expect, test } from 'vitest'
import { callTable } from './call-table.ts'
import type { Route } from './route.ts'
import { routes } from './routes/index.ts'

test('the client calls each route by the method, path and body that the server registers', () => {
  const lines = Object.entries<Route>(routes).map(([name, { method, path, body }]) => [
    name,
    { method, path, hasBody: body !== undefined },
  ])
  expect(callTable).toEqual(Object.fromEntries(lines))
})
