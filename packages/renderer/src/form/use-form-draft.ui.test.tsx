import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { useFormDraft } from './use-form-draft.ts'

beforeEach(() => localStorage.clear())

it('keeps typed values until they are forgotten, also when the page goes at once', () => {
  const first = renderHook(() => useFormDraft('draft/deal/1', localStorage))
  expect(first.result.current.draft).toBeNull()
  act(() => first.result.current.keep({ name: 'typed' }))
  first.unmount()
  const second = renderHook(() => useFormDraft('draft/deal/1', localStorage))
  expect(second.result.current.draft).toEqual({ name: 'typed' })
  act(() => second.result.current.forget())
  second.unmount()
  expect(localStorage.length).toBe(0)
})

it('is not stopped by a broken or forbidden storage', () => {
  localStorage.setItem('draft/deal/2', '{')
  expect(renderHook(() => useFormDraft('draft/deal/2', localStorage)).result.current.draft).toBeNull()
  expect(renderHook(() => useFormDraft('draft/deal/3', undefined)).result.current.draft).toBeNull()
})

it('forgets what was saved, and keeps what was typed since, also on a page opened meanwhile', () => {
  const first = renderHook(() => useFormDraft('draft/deal/4', localStorage))
  act(() => first.result.current.keep({ name: 'sent', amount: '1' }))
  const settle = first.result.current.beginSave()
  first.unmount()
  const second = renderHook(() => useFormDraft('draft/deal/4', localStorage))
  act(() => second.result.current.keep({ name: 'sent', amount: '2', note: null }))
  second.unmount()
  settle()
  expect(renderHook(() => useFormDraft('draft/deal/4', localStorage)).result.current.draft).toEqual({
    amount: '2',
    note: null,
  })
})

it('keeps with the words what they were typed on; words typed since a save lie on what was saved', () => {
  const first = renderHook(() => useFormDraft('draft/deal/5', localStorage))
  act(() =>
    first.result.current.keep(
      { name: 'sent', note: 'n' },
      { version: 3, values: { name: 'old', note: null } },
    ),
  )
  const settle = first.result.current.beginSave()
  act(() => first.result.current.keep({ name: 'sent, more' }, { version: 3, values: { name: 'old' } }))
  settle()
  const { draft, base } = renderHook(() => useFormDraft('draft/deal/5', localStorage)).result.current
  expect(draft).toEqual({ name: 'sent, more' })
  expect(base).toEqual({ version: 3, values: { name: 'sent' } })
})
