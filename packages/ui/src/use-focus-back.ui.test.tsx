import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Modal } from 'antd'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { useFocusBack } from './use-focus-back.ts'

afterEach(cleanup)

/** A dialog that is taken away at once when it is closed. */
function Page() {
  const [isOpen, setOpen] = useState(false)
  useFocusBack()
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && (
        <Modal open title="Words" onCancel={() => setOpen(false)} footer={null}>
          <input aria-label="Name" />
        </Modal>
      )}
    </>
  )
}

async function openAndClose() {
  const opener = screen.getByRole('button', { name: 'Open' })
  opener.focus()
  fireEvent.click(opener)
  const name = await screen.findByRole('textbox', { name: 'Name' })
  name.focus()
  expect(document.activeElement).toBe(name)
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
}

it('stands where one stood when a dialog goes', async () => {
  render(<Page />)
  await openAndClose()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' })))
})
