import type { FileInfo, JsonValue } from '@pipewright/contract'
import type { AttachmentField } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { aForm } from '../../testing/sample-app.ts'
import { renderApp } from '../../testing/render-app.tsx'
import { AttachmentCell, AttachmentValue } from './attached-files.tsx'
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
  await userEvent.click(await screen.findByRole('button', { name: 'Show 1.png' }, { timeout: 4000 }))
  expect(await screen.findByRole('dialog', { name: '1.png' }, { timeout: 4000 })).toBeTruthy()
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

const papers: AttachmentField = { type: 'attachment', key: 'papers', label: { en: 'Papers', zh: '文件' } }

it('shows a file by its name, says where it cannot, and gives the focus back', async () => {
  const files: FileInfo[] = [
    { id: 'a', name: 'plan.zip', bytes: 2048, type: 'application/zip' },
    { id: 'b', name: 'page.html', bytes: 10, type: 'text/html' },
  ]
  const data = { listFiles: async () => files, fileUrl: (id: string) => `/files/${id}` }
  const value = ['a', 'b']
  renderApp({ forms: [aForm([papers])], data }, <AttachmentValue field={papers} value={value} titles={{}} />)
  const name = await screen.findByRole('button', { name: 'plan.zip' })
  await userEvent.click(name)
  const dialog = await screen.findByRole('dialog', { name: 'plan.zip' }, { timeout: 4000 })
  expect(dialog.textContent).toContain('This file cannot be shown here')
  expect(dialog.textContent).toContain('2 kB')
  const [download] = within(dialog).getAllByRole<HTMLAnchorElement>('link', { name: 'Download' })
  expect([download?.getAttribute('href'), download?.download]).toEqual(['/files/a', 'plan.zip'])
  await userEvent.keyboard('{ArrowRight}')
  const page = await screen.findByRole('dialog', { name: 'page.html' })
  expect(page.textContent).toContain('This file cannot be shown here')
  expect(document.querySelector('iframe, object, embed')).toBeNull()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(document.activeElement).toBe(name)
})

it('shows the files of a cell, and does not open the record for it', async () => {
  let opened = 0
  const data = { listFiles: async () => [{ id: 'a', name: 'plan.zip', bytes: 1, type: 'application/zip' }] }
  renderApp(
    { forms: [aForm([papers])], data },
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- stands for a row
    <div onClick={() => (opened += 1)}>
      <AttachmentCell field={papers} value={['a']} titles={{}} />
    </div>,
  )
  await userEvent.click(screen.getByRole('button'))
  expect(await screen.findByRole('dialog', { name: 'plan.zip' }, { timeout: 4000 })).toBeTruthy()
  expect(opened).toBe(0)
})
