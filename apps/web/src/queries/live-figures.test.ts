import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { liveFigures } from './live-figures.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A page on which one report of deals is open. */
async function open() {
  const queries = new QueryClient()
  let asked = 0
  const observer = new QueryObserver(queries, {
    queryKey: ['records', 'acme', 'deal', 'report', 'won', 1],
    queryFn: () => Promise.resolve((asked += 1)),
    staleTime: Infinity,
  })
  const close = observer.subscribe(() => undefined)
  const look = { isShown: true }
  const live = liveFigures(queries, 'acme', () => look.isShown)
  await vi.advanceTimersByTimeAsync(1)
  return { live, look, close, asked: () => asked }
}

it('asks for figures once for many changes, within a minute', async () => {
  const { live, close, asked } = await open()
  for (let change = 0; change < 50; change += 1) live.note('deal')
  await vi.advanceTimersByTimeAsync(9000)
  expect(asked()).toBe(1)
  await vi.advanceTimersByTimeAsync(51_000)
  expect(asked()).toBe(2)
  live.note('deal')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(3)
  close()
})

it('asks when somebody looks again, and not for figures of other forms', async () => {
  const { live, look, close, asked } = await open()
  live.note('company')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(1)
  look.isShown = false
  live.note('deal')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(1)
  look.isShown = true
  live.wake()
  await vi.advanceTimersByTimeAsync(1)
  expect(asked()).toBe(2)
  close()
})
