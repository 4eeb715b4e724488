import type { FileInfo, FileVersion, JsonValue } from '@pipewright/contract'
import type { AttachmentField } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { aForm } from '../../testing/sample-app.ts'
import { renderApp } from '../../testing/render-app.tsx'
import { AttachmentControl } from './attachment-control.tsx'

afterEach(cleanup)

const papers: AttachmentField = { type: 'attachment', key: 'papers', label: { en: 'Papers' } }
const stored = (id: string, name: string, version = 1): FileInfo => ({
  id,
  name,
  bytes: 1,
  type: 'x/y',
  version,
})

/** Two files are attached: a plan, and an offer that is the second of its kind. */
function attached() {
  const files = new Map([
    ['plan', stored('plan', 'plan.txt')],
    ['offer', stored('offer', 'offer.txt', 2)],
  ])
  const sent: (string | undefined)[] = []
  const values: JsonValue[] = []
  const data = {
    uploadFile: async (file: File, replaces?: string) => {
      const info = stored(`new${sent.push(replaces)}`, file.name, replaces === undefined ? 1 : 2)
      files.set(info.id, info)
      return info
    },
    listFiles: async (ids: readonly string[]) => ids.flatMap((id) => files.get(id) ?? []),
    listFileVersions: async (): Promise<readonly FileVersion[]> =>
      [stored('offer', 'offer.txt', 2), stored('old', 'draft.txt')].map((file) => ({
        ...file,
        uploadedBy: null,
        uploadedAt: '2026-11-20T08:00:00.000Z',
      })),
    fileUrl: (id: string) => `/files/${id}`,
  }
  function Held() {
    const [value, setValue] = useState<JsonValue>(['plan', 'offer'])
    const onChange = (next: JsonValue) => {
      setValue(next)
      values.push(next)
    }
    return <AttachmentControl {...{ field: papers, value, onChange }} id="it" label="It" titles={{}} />
  }
  renderApp({ forms: [aForm([papers])], data }, <Held />)
  return { values, sent }
}

const named = (name: string) => new File(['x'], name)
const choose = (label: string, ...names: string[]) =>
  fireEvent.change(document.querySelector(`input[type=file][aria-label="${label}"]`)!, {
    target: { files: names.map(named) },
  })

it('puts a new version where the file stood', async () => {
  const { values, sent } = attached()
  expect(await screen.findByRole('button', { name: 'Upload a new version of plan.txt' })).toBeTruthy()
  choose('Upload a new version of plan.txt', 'plan b.txt')
  await waitFor(() => expect(values).toEqual([['new1', 'offer']]))
  expect(sent).toEqual(['plan'])
})

it('asks what is meant by a name that is there already, and takes nothing away by itself', async () => {
  const { values, sent } = attached()
  await screen.findByRole('button', { name: 'plan.txt' })
  choose('It', 'plan.txt', 'other.txt')
  await waitFor(() => expect(values).toEqual([['plan', 'offer', 'new1']]))
  expect(screen.getByText('plan.txt is attached already.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'New version' }))
  await waitFor(() => expect(values.at(-1)).toEqual(['new2', 'offer', 'new1']))
  expect(sent).toEqual([undefined, 'plan'])
  expect(screen.queryByText('plan.txt is attached already.')).toBeNull()
  choose('It', 'offer.txt')
  await userEvent.click(await screen.findByRole('button', { name: 'Keep both' }))
  await waitFor(() => expect(values.at(-1)).toEqual(['new2', 'offer', 'new1', 'new3']))
  expect(sent.at(-1)).toBeUndefined()
})

it('shows the versions of a file', async () => {
  attached()
  await userEvent.click(await screen.findByRole('button', { name: 'v2 of offer.txt: show earlier versions' }))
  const dialog = await screen.findByRole('dialog', { name: 'Versions of offer.txt' }, { timeout: 4000 })
  expect(await within(dialog).findByRole('button', { name: 'draft.txt' })).toBeTruthy()
  expect(within(dialog).getByRole('link', { name: 'Download draft.txt' }).getAttribute('href')).toBe(
    '/files/old',
  )
})
