import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { ResizeHandle } from './resize-handle.tsx'

afterEach(cleanup)

// jsdom captures no pointer.
Object.defineProperty(HTMLElement.prototype, 'setPointerCapture', {
  configurable: true,
  value: () => undefined,
})

function Column() {
  const [width, setWidth] = useState(120)
  return <ResizeHandle label="Width of Name" width={width} onResize={setWidth} />
}

function draw() {
  render(<Column />)
  const handle = screen.getByRole('slider', { name: 'Width of Name' })
  return { handle, width: () => Number(handle.getAttribute('value')) }
}

it('follows the mouse from where it was taken, and no longer once it is let go', () => {
  const { handle, width } = draw()
  fireEvent.pointerMove(handle, { clientX: 900 })
  expect(width()).toBe(120)
  fireEvent.pointerDown(handle, { clientX: 200, pointerId: 1 })
  fireEvent.pointerMove(handle, { clientX: 230 })
  expect(width()).toBe(150)
  fireEvent.pointerMove(handle, { clientX: 245 })
  expect(width()).toBe(165)
  fireEvent.pointerUp(handle)
  fireEvent.pointerMove(handle, { clientX: 500 })
  expect(width()).toBe(165)
})

it('moves by the arrow keys, and keeps every other key to the page', () => {
  const { handle, width } = draw()
  expect(fireEvent.keyDown(handle, { key: 'ArrowRight' })).toBe(false)
  expect(width()).toBe(136)
  fireEvent.keyDown(handle, { key: 'ArrowLeft' })
  fireEvent.keyDown(handle, { key: 'ArrowLeft' })
  expect(width()).toBe(104)
  expect(fireEvent.keyDown(handle, { key: 'Tab' })).toBe(true)
  expect(width()).toBe(104)
})

it('makes a column neither too narrow to be taken again nor wider than a screen', () => {
  const { handle, width } = draw()
  fireEvent.pointerDown(handle, { clientX: 200, pointerId: 1 })
  fireEvent.pointerMove(handle, { clientX: -900 })
  expect(width()).toBe(64)
  fireEvent.pointerMove(handle, { clientX: 9_000 })
  expect(width()).toBe(800)
})
