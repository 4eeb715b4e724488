import { expect, test } from 'vitest'
import { afterStyles } from './after-styles.ts'

test('pages at any depth come when the styles have come, and nothing else of a route changes', async () => {
  let come: (value: unknown) => void = () => undefined
  const styles = new Promise((resolve) => (come = resolve))
  const page = { Component: () => null }
  const route = afterStyles({ path: '/', children: [{ path: 'list', lazy: async () => page }] }, styles)
  expect(route.path).toBe('/')
  const [list] = route.children ?? []
  expect(list?.path).toBe('list')
  if (typeof list?.lazy !== 'function') throw new Error('The page is not loaded on demand.')
  let loaded: unknown = null
  const loading = list.lazy().then((value) => (loaded = value))
  await new Promise((resolve) => setTimeout(resolve))
  expect(loaded).toBeNull()
  come(undefined)
  await loading
  expect(loaded).toBe(page)
})
