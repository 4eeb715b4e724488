import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { aForm, aTextField } from '../../testing/sample-app.ts'
import { renderApp } from '../../testing/render-app.tsx'
import { useLate } from './use-late.ts'

afterEach(cleanup)

function Asking({ load, onUse }: { load: () => Promise<{ word: string }>; onUse: (word: string) => void }) {
  const late = useLate(load)
  return (
    <button
      type="button"
      onClick={() =>
        late.use(
          ({ word }) => onUse(word),
          () => onUse('lost'),
        )
      }
    >
      {late.part?.word ?? 'ask'}
    </button>
  )
}

it('says when code does not come, asks for it anew the next time and then keeps it', async () => {
  const load = vi.fn<() => Promise<{ word: string }>>()
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  load.mockResolvedValue({ word: 'here' })
  const used: string[] = []
  renderApp({ forms: [aForm([aTextField()])] }, <Asking load={load} onUse={(word) => used.push(word)} />)
  const press = () => act(async () => fireEvent.click(screen.getByRole('button')))
  await press()
  expect(await screen.findByText(/could not be loaded/)).toBeDefined()
  await press()
  expect(await screen.findByRole('button', { name: 'here' })).toBeDefined()
  await press()
  expect(used).toEqual(['lost', 'here', 'here'])
  expect(load).toHaveBeenCalledTimes(2)
})
