import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { liveRecords } from './live-records.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('brings what is told of records to the open figures of their form', async () => {
  const queries = new QueryClient()
  let asked = 0
  const observer = new QueryObserver(queries, {
    queryKey: ['records', 'acme', 'deal', 'report', 'won', 1],
    queryFn: () => Promise.resolve((asked += 1)),
    staleTime: Infinity,
  })
  const close = observer.subscribe(() => undefined)
  const live = liveRecords(queries, 'acme')
  await vi.advanceTimersByTimeAsync(1)
  live.hear({ form: 'deal', ids: ['1'] })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toBe(2)
  live.hear({ form: 'deal', ids: ['1'] })
  live.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toBe(2)
  close()
})
