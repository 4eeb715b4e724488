import type { MapCell } from '@pipewright/contract'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aRecord, renderApp } from '../testing/render-app.tsx'
import { aForm, aTextField } from '../testing/sample-app.ts'
import type { RecordMapProps } from './record-map-props.ts'
import { RecordMap } from './record-map.tsx'

// jsdom lays nothing out; a map without a size asks for nothing.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 800 })
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 })
})
afterEach(cleanup)

const form = aForm([
  aTextField(),
  { type: 'location', key: 'place', label: { en: 'Place' } },
  {
    type: 'choice',
    key: 'stage',
    label: { en: 'Stage' },
    options: [{ key: 'won', label: { en: 'Won' }, color: 'green' }],
  },
])
const cell = (
  latitude: number,
  longitude: number,
  count: number,
  id: string | null,
  alike: MapCell['alike'] = null,
): MapCell => ({
  alike,
  latitude,
  longitude,
  south: latitude,
  north: latitude,
  west: longitude,
  east: longitude,
  count,
  id,
})
const shop = aRecord(
  { id: 'shop', title: 'Shop' },
  { name: 'Shop', place: { latitude: '31.200000', longitude: '121.400000', label: null, text: '' } },
)
const none = { count: undefined, rows: [], hasMore: false, loading: false, onMore: () => undefined }

function draw(changes: Partial<RecordMapProps> = {}) {
  const said = { positions: [] as string[], spots: [] as unknown[], lands: 0 }
  renderApp(
    { forms: [form] },
    <RecordMap
      view={{
        key: 'map',
        form: 'deal',
        label: { en: 'Map' },
        type: 'map',
        columns: ['name'],
        place: 'place',
      }}
      label="Map"
      at="31.20000,121.40000,10"
      onAt={(at) => said.positions.push(at)}
      onSight={() => undefined}
      cells={[cell(31.2, 121.4, 1, 'shop'), cell(31.3, 121.5, 1200, null)]}
      alone={[shop]}
      extent={{ south: 31.2, west: 121.4, north: 31.3, east: 121.5 }}
      inSight={{ ...none, count: { count: 1201, exact: true }, rows: [shop] }}
      nowhere={{ ...none, count: { count: 3, exact: true } }}
      side="inSight"
      onSide={() => undefined}
      spot={null}
      onSpot={(spot) => said.spots.push(spot)}
      land={() => {
        said.lands += 1
        return Promise.resolve({ type: 'MultiPolygon', coordinates: [] } as never)
      }}
      tiles={undefined}
      onOpen={() => undefined}
      {...changes}
    />,
  )
  return said
}

it('says how many lie where, opens a card, and closes it with Escape', async () => {
  const said = draw()
  expect(await screen.findByRole('button', { name: '1,200 records here. Zoom in' })).toBeTruthy()
  const point = within(screen.getByRole('application')).getByRole('button', { name: 'Shop' })
  point.focus()
  await userEvent.keyboard('{Enter}')
  const card = screen.getByRole('article', { name: 'Shop' })
  expect(within(card).getByRole('link', { name: 'Directions' }).getAttribute('href')).toContain('31.200000')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('article')).toBeNull()
  expect(document.activeElement).toBe(point)
  expect(said.positions).toEqual([])
})

it('lists the records of one spot, which no zoom tells apart', async () => {
  const said = draw()
  await userEvent.click(await screen.findByRole('button', { name: '1,200 records here. Zoom in' }))
  expect(said.spots).toMatchObject([{ south: 31.3, west: 121.5 }])
})

it('draws coasts of our own, or the map that was set up with whose it is', async () => {
  const plain = draw()
  await waitFor(() => expect(plain.lands).toBe(1))
  expect(document.querySelector('img')).toBeNull()
  cleanup()
  const address = 'https://tiles.example/{z}/{x}/{y}.png'
  const mapped = draw({ tiles: { address, credit: '© somebody', datum: 'wgs84' } })
  expect(await screen.findByText('© somebody')).toBeTruthy()
  const tile = document.querySelector<HTMLImageElement>('img')
  expect(tile?.src).toMatch(/^https:\/\/tiles\.example\/10\/\d+\/\d+\.png$/)
  expect(tile?.referrerPolicy).toBe('strict-origin')
  expect(mapped.lands).toBe(0)
})

it('there is no map where the location may not be read', () => {
  draw({
    view: { key: 'map', form: 'deal', label: {}, type: 'map', columns: ['name'], place: 'hidden' },
  })
  expect(screen.queryByRole('application')).toBeNull()
})

it('what lies close wears the colour that all of it has and says it, and none where colours differ', async () => {
  draw({
    view: {
      key: 'map',
      form: 'deal',
      label: {},
      type: 'map',
      columns: ['name'],
      place: 'place',
      colorBy: 'stage',
    },
    alone: [],
    cells: [cell(31.2, 121.4, 7, null, { value: 'won' }), cell(31.3, 121.5, 12, null)],
  })
  const won = await screen.findByRole('button', { name: /7.*, Won$/ })
  expect(won.classList).toContain('pw-map-shaded')
  expect(won.style.getPropertyValue('--mark-solid')).toBe('var(--pw-green-solid)')
  const mixed = screen.getByRole('button', { name: /12/ })
  expect(mixed.classList).toContain('pw-map-plain')
  cleanup()
  draw()
  const many = await screen.findByRole('button', { name: /1,200/ })
  expect(many.className).not.toMatch(/pw-map-(shaded|plain)/)
})
