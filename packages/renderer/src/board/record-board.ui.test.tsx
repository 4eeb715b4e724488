import { ProblemError, type Board, type Values } from '@pipewright/contract'
import { cleanup, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aForm, aTextField, stageField } from '../testing/sample-app.ts'
import { aRecord, renderApp } from '../testing/render-app.tsx'
import { RecordBoard } from './record-board.tsx'

// What a board loads when a card is first moved must not be counted against the time that the tests give.
beforeAll(() => Promise.all([import('./board-columns.ts'), import('../changes/missing-fields.tsx')]))

afterEach(cleanup)

const form = aForm([aTextField(), stageField, { type: 'text', key: 'reason', label: { en: 'Reason' } }])
const board: Board = {
  left: 0,
  columns: ['open', 'won', 'lost'].map((value) => ({
    value,
    count: value === 'open' ? 1 : 0,
    sums: {},
    rows: value === 'open' ? [aRecord({ title: 'Big deal' }, { name: 'Big deal', stage: 'open' })] : [],
  })),
}

function draw(onMove: (values: Values, done: string) => Promise<void>) {
  const moves: Values[] = []
  renderApp(
    { forms: [form] },
    <RecordBoard
      form="deal"
      label="Pipeline"
      field="stage"
      columns={['name']}
      sums={[]}
      board={board}
      loading={false}
      onMove={(_, values, done) => {
        moves.push(values)
        return onMove(values, done)
      }}
      onOpen={() => undefined}
    />,
  )
  return moves
}

async function moveTo(stage: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Move “Big deal” to…' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: stage }))
}

const column = (name: RegExp) => within(screen.getByRole('region', { name }))

it('moves a card by its menu at once, saves behind, and leaves it to the saving to say so', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const said: string[] = []
  const moves = draw((_, done) => {
    said.push(done)
    return promise
  })
  await moveTo('Won')
  await waitFor(() => expect(column(/^Won: 1/).getByText('Big deal')).toBeTruthy())
  expect(moves).toEqual([{ stage: 'won' }])
  expect(said).toEqual(['“Big deal” moved to Won'])
  resolve()
})

it('moves a dropped card', async () => {
  const moves = draw(() => Promise.resolve())
  const carried = new Map<string, string>()
  const dataTransfer = {
    types: ['application/x-pipewright-card'],
    setData: (type: string, id: string) => carried.set(type, id),
    getData: (type: string) => carried.get(type),
  }
  fireEvent.dragStart(screen.getByText('Big deal').closest('li')!, { dataTransfer })
  const target = screen.getByRole('region', { name: /^Lost/ })
  const drop = createEvent.drop(target, { dataTransfer })
  fireEvent(target, drop)
  await waitFor(() => expect(moves).toEqual([{ stage: 'lost' }]))
})

it('puts a card back when the move is refused, and says why', async () => {
  draw(() =>
    Promise.reject(
      new ProblemError({
        type: '',
        title: 'Locked for approval.',
        status: 409,
        code: 'locked',
        requestId: '1',
      }),
    ),
  )
  await moveTo('Won')
  expect(await screen.findByText('“Big deal” was not moved: Locked for approval.')).toBeTruthy()
  expect(column(/^Open: 1/).getByText('Big deal')).toBeTruthy()
})

it('asks for exactly the fields that stand in the way, then moves', async () => {
  const missing = new ProblemError({
    type: '',
    title: 'x',
    status: 422,
    code: 'invalid',
    requestId: '1',
    errors: [{ pointer: '/values/reason', code: 'required', message: 'Please fill this in.' }],
  })
  const moves = draw((values) =>
    values['reason'] === undefined ? Promise.reject(missing) : Promise.resolve(),
  )
  await moveTo('Lost')
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('Please fill this in.')).toBeTruthy()
  expect(dialog.getAllByRole('textbox')).toHaveLength(1)
  await userEvent.type(dialog.getByLabelText('Reason'), 'Price')
  await userEvent.click(dialog.getByRole('button', { name: 'Move' }))
  await waitFor(() => expect(moves.at(-1)).toEqual({ stage: 'lost', reason: 'Price' }))
})
