import type { FileInfo, JsonValue } from '@pipewright/contract'
import type { AttachmentField } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { aForm } from '../../testing/sample-app.ts'
import { renderApp } from '../../testing/render-app.tsx'
import { AttachmentCell } from './attached-files.tsx'
import { AttachmentControl } from './attachment-control.tsx'

afterEach(cleanup)

const images: AttachmentField = {
  type: 'attachment',
  key: 'photos',
  label: { en: 'Photos', zh: '照片' },
  display: 'images',
  maxFiles: 2,
}

function attached(field: AttachmentField, start: JsonValue = null) {
  const files: FileInfo[] = ['1', '2'].map((id) => ({ id, name: `${id}.png`, bytes: 1, type: 'image/png' }))
  const values: JsonValue[] = []
  function Held() {
    const [value, setValue] = useState(start)
    const onChange = (next: JsonValue) => {
      setValue(next)
      values.push(next)
    }
    return <AttachmentControl {...{ field, value, onChange }} id="it" label="It" titles={{}} />
  }
  let sent = 0
  const data = {
    uploadFile: async (file: File) => ({
      id: String((sent += 1)),
      name: file.name,
      bytes: file.size,
      type: file.type,
    }),
    listFiles: async (ids: readonly string[]) => files.filter(({ id }) => ids.includes(id)),
    fileUrl: (id: string) => `/files/${id}`,
  }
  renderApp({ forms: [aForm([field])], data }, <Held />)
  return values
}

const input = () => document.querySelector<HTMLInputElement>('input[type=file]')!
const picture = (name: string) => new File(['x'], name, { type: 'image/png' })

it('takes pictures up to its number and says what it left out', async () => {
  const values = attached(images)
  expect(input().accept).toBe('.png,.jpg,.jpeg,.gif,.webp')
  fireEvent.change(input(), { target: { files: ['1.png', '2.png', '3.png'].map(picture) } })
  await waitFor(() => expect(values.at(-1)).toEqual(['1', '2']))
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toBe('At most 2; the others were left out.'),
  )
  const add = await screen.findByRole<HTMLButtonElement>('button', { name: 'Add images' })
  expect(add.disabled).toBe(true)
})

it('refuses what is no picture before it is sent', async () => {
  const values = attached(images)
  fireEvent.change(input(), { target: { files: [new File(['x'], 'a.pdf')] } })
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('a.pdf'))
  expect(values).toEqual([])
})

it('opens the camera when only photos count', () => {
  attached({ ...images, capture: true })
  expect(input().getAttribute('capture')).toBe('environment')
  expect(input().multiple).toBe(false)
  expect(screen.getByRole('button', { name: 'Take a photo' })).toBeTruthy()
})

it('shows a picture large, and the arrow keys go on', async () => {
  const values = attached(images, ['1', '2'])
  await userEvent.click(await screen.findByRole('button', { name: 'Show 1.png large' }, { timeout: 4000 }))
  expect(screen.getByRole('dialog').textContent).toContain('1.png')
  await userEvent.keyboard('{ArrowRight}')
  await waitFor(() => expect(screen.getByRole('img', { name: '2.png' })).toBeTruthy())
  fireEvent.click(screen.getByRole('button', { name: 'Remove 1.png', hidden: true }))
  expect(values.at(-1)).toEqual(['2'])
})

it('shows small pictures in a list', () => {
  renderApp(
    { forms: [aForm([images])] },
    <AttachmentCell field={images} value={['a', 'b', 'c', 'd']} titles={{}} />,
  )
  expect(document.querySelectorAll('img')).toHaveLength(3)
  expect(document.body.textContent).toContain('+1')
})
