import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Modal } from 'antd'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { useFocusBack } from './use-focus-back.ts'

afterEach(cleanup)

/** A button that opens a dialog, which is taken away at once when it is closed; another one may lie over it. */
function Opener({ name, over }: { readonly name: string; readonly over?: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {`Open ${name}`}
      </button>
      {isOpen && (
        <Modal open title={name} footer={null} closable={false}>
          <button type="button" onClick={() => setOpen(false)}>
            {`Leave ${name}`}
          </button>
          {over !== undefined && <Opener name={over} />}
        </Modal>
      )}
    </>
  )
}

function Page() {
  useFocusBack()
  return <Opener name="words" over="question" />
}

async function press(name: string): Promise<void> {
  const button = await screen.findByRole('button', { name })
  button.focus()
  expect(document.activeElement).toBe(button)
  fireEvent.click(button)
}

const stands = (name: string) =>
  waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name })))

it('stands where one stood when a dialog goes, on the page or in the dialog below', async () => {
  render(<Page />)
  await press('Open words')
  await press('Open question')
  await press('Leave question')
  await stands('Open question')
  await press('Leave words')
  await stands('Open words')
})
