import { expect, test } from 'vitest'
import {
  createClient,
  fieldProblems,
  ProblemError,
  problems,
  problemText,
  routes,
  type FetchInit,
} from './index.ts'

function clientAnswering(status: number, body: unknown) {
  const calls: { url: string; init: FetchInit }[] = []
  const client = createClient({
    base: 'http://x',
    csrf: () => 'token',
    locale: () => 'zh',
    fetch: async (url, init) => {
      calls.push({ url, init })
      return { status, ok: status < 400, json: async () => body }
    },
  })
  return { client, calls }
}

test('parameters are escaped into the path and the token goes with changes', async () => {
  const { client, calls } = clientAnswering(200, { rows: [], next: null })
  await client.call('queryRecords', { params: { workspace: 'a/b', form: 'lead' }, body: { limit: 5 } })
  expect(calls[0]?.url).toBe('http://x/api/w/a%2Fb/forms/lead/query')
  expect(calls[0]?.init.headers).toMatchObject({ 'x-csrf-token': 'token', 'accept-language': 'zh' })
  expect(calls[0]?.init.body).toBe('{"limit":5}')
})

test('a GET carries its query and no body', async () => {
  const { client, calls } = clientAnswering(200, { groups: [] })
  await client.call('searchAll', { params: { workspace: 'w' }, query: { q: '客户 a' } })
  expect(calls[0]?.url).toBe('http://x/api/w/w/search?q=%E5%AE%A2%E6%88%B7%20a')
  expect(calls[0]?.init.body).toBeUndefined()
})

test('a problem answer is thrown with everything it said', async () => {
  const problem = { type: 'x', title: 't', status: 409, code: 'stale-version', requestId: 'r', version: 3 }
  const { client } = clientAnswering(409, problem)
  const call = client.call('signOut')
  await expect(call).rejects.toBeInstanceOf(ProblemError)
  await expect(call).rejects.toMatchObject({ problem })
})

test('no two routes answer the same method and path', () => {
  const places = Object.values(routes).map(({ method, path }) => `${method} ${path}`)
  expect(new Set(places).size).toBe(places.length)
})

test.each(Object.entries({ ...problems, ...fieldProblems }))(
  '%s has the same parameters in both languages',
  (_, entry) => {
    const names = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted((a, b) => a.localeCompare(b))
    expect(names(entry.zh)).toEqual(names(entry.en))
    expect(problemText(entry, 'en', { seconds: 3 })).not.toContain('{seconds}')
  },
)
