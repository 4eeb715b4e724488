import type { RecordAnswer } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { aRecord, renderApp } from '../../testing/render-app.tsx'
import { useLetGo } from './use-let-go.ts'

afterEach(cleanup)

/** A field that holds records, made by a press, and another press that asks everything anew, as an undo does. */
function Field({ record }: { readonly record: RecordAnswer }) {
  const queries = useQueryClient()
  const [held, setHeld] = useState<readonly string[]>(['old'])
  const watch = useLetGo(held, setHeld)
  const make = () => {
    watch('deal', record)
    setHeld([...held, record.id])
  }
  return (
    <>
      <output aria-label="held">{held.join(' ')}</output>
      <button type="button" onClick={make}>
        make
      </button>
      <button type="button" onClick={() => void queries.invalidateQueries({ queryKey: ['records'] })}>
        anew
      </button>
    </>
  )
}

/** Lets what is asked come back, as often as it is asked. */
const settle = () => act(() => new Promise<void>((done) => setTimeout(done, 30)))
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

async function walk(record: RecordAnswer, ...answers: boolean[]): Promise<readonly (string | null)[]> {
  const there = { now: true }
  const searchRecords = () => Promise.resolve(there.now ? [{ id: record.id, title: '' }] : [])
  renderApp({ forms: [], data: { searchRecords } }, <Field record={record} />)
  const held: (string | null)[] = []
  for (const [at, answer] of answers.entries()) {
    there.now = answer
    await press(at === 0 ? 'make' : 'anew')
    held.push(screen.getByRole('status', { name: 'held' }).textContent)
  }
  return held
}

test('a record that was made for a field and taken back is let go of, and nothing else', async () => {
  expect(await walk(aRecord({ id: 'new' }), true, true, false)).toEqual(['old new', 'old new', 'old'])
})

test('a record that its maker never could see, or that waits to be sent, is kept', async () => {
  expect(await walk(aRecord({ id: 'new' }), false, false)).toEqual(['old new', 'old new'])
  cleanup()
  expect(await walk(aRecord({ id: 'here', version: 0 }), true, false)).toEqual(['old here', 'old here'])
})
