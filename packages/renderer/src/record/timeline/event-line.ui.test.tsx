import type { HistoryEvent, JsonValue } from '@pipewright/contract'
import { indexDefinition } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useFormat } from '../../formats/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { renderApp } from '../../testing/render-app.tsx'
import { aDefinition, aForm, aTextField } from '../../testing/sample-app.ts'
import { EventLine } from './event-line.tsx'

afterEach(cleanup)

const label = (en: string) => ({ label: { en } })
const fields: Field[] = [
  aTextField(),
  { type: 'longText', key: 'notes', ...label('Notes') },
  { type: 'attachment', key: 'files', ...label('Files') },
  { type: 'relation', key: 'account', form: 'account', ...label('Account') },
]
const forms = [aForm(fields), aForm([aTextField()], { key: 'account' })]
const [deal] = forms

function Line({ changes }: { readonly changes: HistoryEvent['changes'] }) {
  const format = useFormat({ a: 'Tide', b: 'Acme' })
  const scene = {
    index: indexDefinition(aDefinition(...forms)),
    form: deal?.key ?? '',
    locale: 'en' as const,
    t: useTexts(),
    format,
    name: () => 'Li Na',
  }
  const event = { id: 'e', at: '2026-11-01T00:00:00.000Z', kind: 'update', member: 'm', changes }
  return (
    <ol>
      <EventLine
        event={{ ...event, cause: { type: 'person' } }}
        scene={scene}
        titles={{ a: 'Tide', b: 'Acme' }}
        about={null}
      />
    </ol>
  )
}

const change = (field: string, old: JsonValue, now: JsonValue) => ({ field, old, new: now })
function show(...changes: HistoryEvent['changes']) {
  const listFiles = async (ids: readonly string[]) =>
    ids.flatMap((id) => (id === 'gone' ? [] : [{ id, name: `${id}.txt`, bytes: 3, type: 'text/plain' }]))
  renderApp(
    { forms, data: { listFiles }, changes: { recordUrl: (form, id) => `/f/${form}/${id}` } },
    <Line changes={changes} />,
  )
}
const open = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }))

test('a line that tells everything is no button', () => {
  show(change('name', 'A', 'B'))
  expect(screen.queryByRole('button')).toBeNull()
})

test('a long text opens with what came and went marked, and closes again', async () => {
  const words = 'We deliver free of charge to every harbour of the northern sea and the islands, on '
  show(change('notes', `${words}Monday`, `${words}Friday`))
  open(/changed Notes/)
  const region = await screen.findByRole('region', { name: 'Notes' })
  expect([...region.querySelectorAll('ins, del')].map(({ textContent }) => textContent)).toEqual([
    'Monday',
    'Friday',
  ])
  open(/changed Notes/)
  expect(screen.queryByRole('region')).toBeNull()
})

test('of several changes each line opens its own: files by name, those that are gone in words, records by link', async () => {
  show(change('files', ['gone'], ['deed']), change('account', 'a', 'b'))
  open(/Files/)
  const files = await screen.findByRole('region', { name: 'Files' })
  expect(await within(files).findByRole('button', { name: 'deed.txt' })).toBeTruthy()
  expect(await within(files).findByText('1 file cannot be shown any more.')).toBeTruthy()
  open(/Account/)
  const account = await screen.findByRole('region', { name: 'Account' })
  expect(within(account).getByRole('link', { name: 'Acme' }).getAttribute('href')).toBe('/f/account/b')
})
