import { ProblemError, type RecordAnswer, type Values } from '@pipewright/contract'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { aRecord, renderApp, type AppOptions } from '../testing/render-app.tsx'
import { aForm, aTextField, fullRights } from '../testing/sample-app.ts'
import { RecordPage } from './record-page.tsx'
import type { RecordPageProps } from './record-page-props.ts'

const drafts = window.sessionStorage

afterEach(() => {
  cleanup()
  drafts.clear()
})

const form = aForm([aTextField(), { type: 'text', key: 'reason', label: { en: 'Reason' } }], {})
const id = '01890000-0000-7000-8000-000000000001'
const record = aRecord({ id, title: 'Big deal' }, { name: 'Big deal', reason: 'Because' })

const Opened = (props: Partial<RecordPageProps>) => (
  <RecordPage
    form="deal"
    record={record}
    rights={fullRights(form)}
    tab="details"
    onTab={() => undefined}
    onSave={() => Promise.resolve()}
    timeline={null}
    {...props}
  />
)

const draw = (props: Partial<RecordPageProps> = {}, options: Partial<AppOptions> = {}) =>
  renderApp({ forms: [form], ...options }, <Opened {...props} />)

it('merges field by field when somebody else saved first, and loses nothing typed', async () => {
  const theirs: RecordAnswer = { ...record, version: 7, values: { ...record.values, name: 'Theirs' } }
  const stale = new ProblemError({
    type: '',
    title: 'stale',
    status: 409,
    code: 'stale-version',
    requestId: '1',
    version: 7,
  })
  const saved: [Values, number][] = []
  draw(
    {
      onSave: (values, version) => {
        saved.push([values, version])
        return version === 1 ? Promise.reject(stale) : Promise.resolve()
      },
    },
    { data: { getRecord: () => Promise.resolve(theirs) } },
  )
  await userEvent.type(screen.getByLabelText('Name'), '!')
  await userEvent.type(screen.getByLabelText('Reason'), '?')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(screen.getByLabelText<HTMLInputElement>('Name', { selector: 'input[type=text]' }).value).toBe(
    'Big deal!',
  )
  fireEvent.click(
    within(dialog.getByRole('radiogroup', { name: 'Name' })).getByRole('radio', { name: /Theirs/ }),
  )
  await userEvent.click(dialog.getByRole('button', { name: 'Save this' }))
  await waitFor(() => expect(saved.at(-1)).toEqual([{ reason: 'Because?' }, 7]))
})

it('keeps the conflict, what was decided and what was typed when saving that does not succeed', async () => {
  const theirs: RecordAnswer = { ...record, version: 7, values: { ...record.values, name: 'Theirs' } }
  const problem = { type: '', requestId: '1', version: 7 }
  const stale = new ProblemError({ ...problem, title: 'stale', status: 409, code: 'stale-version' })
  const wrong = new ProblemError({ ...problem, title: 'Not possible now', status: 422, code: 'invalid' })
  draw(
    { drafts, onSave: (_, version) => Promise.reject(version === 1 ? stale : wrong) },
    { data: { getRecord: () => Promise.resolve(theirs) } },
  )
  await userEvent.type(screen.getByLabelText('Name'), '!')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Save this' }))
  expect((await dialog.findByRole('alert')).textContent).toContain('Not possible now')
  await userEvent.click(dialog.getByRole('button', { name: 'Keep editing' }))
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Big deal!')
  expect(drafts.getItem(`draft/me/deal/${id}`)).toContain('Big deal!')
})

it('does not call unsaved what a save under way, begun before the record was left, brings', async () => {
  drafts.setItem(`draft/me/deal/${id}`, JSON.stringify({ reason: 'on its way' }))
  const saved = { ...record, version: 2, values: { ...record.values, reason: 'on its way' } }
  function Answered() {
    const [isHere, come] = useState(false)
    return (
      <>
        <button type="button" onClick={() => come(true)}>
          Answer
        </button>
        <Opened record={isHere ? saved : record} saving={!isHere} drafts={drafts} />
      </>
    )
  }
  renderApp({ forms: [form] }, <Answered />)
  expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('on its way')
  expect(screen.queryByText('What you typed earlier has been restored.')).toBeNull()
  expect(screen.getByRole('button', { name: /Save/ }).className).toContain('loading')
  await userEvent.click(screen.getByRole('button', { name: 'Answer' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /Save/ })).toBeNull())
  expect(screen.queryByText('What you typed earlier has been restored.')).toBeNull()
  expect(drafts.getItem(`draft/me/deal/${id}`)).toBeNull()
})

it('brings typed text back after a reload until it is saved', async () => {
  drafts.setItem(`draft/me/deal/${id}`, JSON.stringify({ reason: 'typed before' }))
  draw({ drafts })
  expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('typed before')
  expect(screen.getByText('What you typed earlier has been restored.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(drafts.getItem(`draft/me/deal/${id}`)).toBeNull())
})

const stale = (version: number) =>
  new ProblemError({ type: '', title: 'stale', status: 409, code: 'stale-version', requestId: '1', version })

/** The record of a colleague's hand: the button brings what he saved. */
function Overtaken({ by, ...props }: Partial<RecordPageProps> & { readonly by: RecordAnswer }) {
  const [isHere, come] = useState(false)
  return (
    <>
      <button type="button" onClick={() => come(true)}>
        Overtake
      </button>
      <Opened {...props} record={isHere ? by : (props.record ?? record)} />
    </>
  )
}

const at = (version: number, values: Values): RecordAnswer => ({
  ...record,
  version,
  values: { ...record.values, ...values },
})

it('does not type again what the record holds after a reload, also when others change it then', async () => {
  drafts.setItem(`draft/me/deal/${id}`, JSON.stringify({ reason: 'saved just before' }))
  renderApp(
    { forms: [form] },
    <Overtaken
      drafts={drafts}
      record={at(2, { reason: 'saved just before' })}
      by={at(3, { reason: 'Theirs' })}
    />,
  )
  await waitFor(() => expect(drafts.getItem(`draft/me/deal/${id}`)).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'Overtake' }))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('Theirs'))
  expect(screen.queryByText('What you typed earlier has been restored.')).toBeNull()
  expect(screen.queryByRole('button', { name: /Save/ })).toBeNull()
})

it('restores what is not saved yet without what the record holds by now', async () => {
  drafts.setItem(`draft/me/deal/${id}`, JSON.stringify({ reason: 'saved just before', name: 'Typed since' }))
  const saved: Values[] = []
  renderApp(
    { forms: [form] },
    <Overtaken
      drafts={drafts}
      record={at(2, { reason: 'saved just before' })}
      by={at(3, { reason: 'Theirs' })}
      onSave={(values) => Promise.resolve(void saved.push(values))}
    />,
  )
  expect(screen.getByText('What you typed earlier has been restored.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Overtake' }))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('Theirs'))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(saved).toEqual([{ name: 'Typed since' }]))
})

it('asks before restored words take the place of what others saved since they were typed', async () => {
  const theirs = at(5, { reason: 'Theirs' })
  const first = draw({ drafts })
  await userEvent.type(screen.getByLabelText('Reason'), '!')
  first.unmount()
  const versions: number[] = []
  draw(
    {
      drafts,
      record: theirs,
      onSave: (_, version) => {
        versions.push(version)
        return version === 5 ? Promise.resolve() : Promise.reject(stale(5))
      },
    },
    { data: { getRecord: () => Promise.resolve(theirs) } },
  )
  expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('Because!')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/Because$/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Save this' }))
  await waitFor(() => expect(versions).toEqual([1, 5]))
})

it('asks before restored words take the place of what others save after a reload', async () => {
  drafts.setItem(`draft/me/deal/${id}`, JSON.stringify({ reason: 'typed before' }))
  const versions: number[] = []
  const theirs = at(2, { reason: 'Theirs' })
  renderApp(
    { forms: [form], data: { getRecord: () => Promise.resolve(theirs) } },
    <Overtaken
      drafts={drafts}
      by={theirs}
      onSave={(_, version) => {
        versions.push(version)
        return Promise.reject(stale(2))
      }}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Overtake' }))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('dialog')).toBeTruthy()
  expect(versions).toEqual([1])
})

it('saves restored words on the newest version when others changed other fields alone', async () => {
  const first = draw({ drafts })
  await userEvent.type(screen.getByLabelText('Reason'), '!')
  first.unmount()
  const saved: [Values, number][] = []
  draw({
    drafts,
    record: at(4, { name: 'Theirs' }),
    onSave: (values, version) => Promise.resolve(void saved.push([values, version])),
  })
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(saved).toEqual([[{ reason: 'Because!' }, 4]]))
})
