import { fireEvent, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { pointOf, usePointer } from './use-pointer.ts'

test('the pointer is where the last movement of the mouse left it, whatever was scrolled meanwhile', () => {
  const { result } = renderHook(() => usePointer())
  fireEvent.mouseDown(document.body, { clientX: 10, clientY: 20 })
  fireEvent.mouseMove(document.body, { clientX: 30, clientY: 40 })
  fireEvent.scroll(window, { target: { scrollY: 500 } })
  fireEvent.keyDown(document.body, { key: 'ArrowDown' })
  expect(result.current.current).toEqual({ x: 30, y: 40 })
  fireEvent.mouseUp(document.body, { clientX: 31, clientY: 42 })
  expect(result.current.current).toEqual({ x: 31, y: 42 })
})

test('a key has no place', () => {
  expect(pointOf(new KeyboardEvent('keydown'))).toBeNull()
  expect(pointOf(null)).toBeNull()
})
