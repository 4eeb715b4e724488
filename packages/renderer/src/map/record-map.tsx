import type { MapCell, RecordAnswer } from '@pipewright/contract'
import { listed, useUiLocale } from '@pipewright/ui'
import { useId, useMemo, useState } from 'react'
import { useCount } from '../formats/use-count.ts'
import { useTexts } from '../texts/use-texts.ts'
import { MapCard } from './map-card.tsx'
import { MapList } from './map-list.tsx'
import { isWithin, mostZoom } from './map-sight.ts'
import { MapTools } from './map-tools.tsx'
import type { RecordMapProps } from './record-map-props.ts'
import { fitBox, useLeaflet } from './use-leaflet.ts'
import { useMarks, type Mark } from './use-marks.ts'
import { usePlaceLook, type PlaceLook } from './use-place-look.ts'
import './map.css'

const keyOf = ({ id, latitude, longitude }: MapCell): string => id ?? `${latitude} ${longitude}`

/** What is drawn, with what each says. */
function useDrawn({ cells, alone }: RecordMapProps, look: PlaceLook): readonly Mark[] {
  const t = useTexts()
  const said = useCount()
  const locale = useUiLocale()
  return useMemo(() => {
    const named = (parts: readonly (string | undefined)[]) =>
      listed(
        parts.flatMap((part) => part || []),
        locale,
        'parts',
      )
    const records = new Map(alone.map((record) => [record.id, record]))
    return cells.map((cell): Mark => {
      const record = cell.id === null ? undefined : records.get(cell.id)
      const key = keyOf(cell)
      if (record === undefined) {
        const count = said(cell.count, true)
        const label = named([t('map.many', { count: cell.count, shown: count }), look.nameOfMany(cell)])
        return { key, cell, record, label, shown: count, color: look.colorOfMany(cell) }
      }
      const label = named([record.title || t('table.untitled'), look.nameOf(record)])
      return { key, cell, record, label, shown: '', color: look.colorOf(record) }
    })
  }, [cells, alone, look, t, said, locale])
}

/** Records of one place, which no zoom tells apart. */
const isOneSpot = ({ south, west, north, east }: MapCell): boolean =>
  north - south < 1e-5 && east - west < 1e-5

/** Which record is looked at, and where that is on the map. */
function useChosen({ alone, inSight }: RecordMapProps, look: PlaceLook, marks: readonly Mark[]) {
  const [chosen, choose] = useState<RecordAnswer | null>(null)
  const [hovered, onHover] = useState<RecordAnswer | null>(null)
  const fresh =
    chosen === null ? null : ([...alone, ...inSight.rows].find(({ id }) => id === chosen.id) ?? chosen)
  const at = hovered ?? fresh
  const place = at === null ? undefined : look.placeOf(at)
  const own = marks.find(({ key }) => key === at?.id)
  const hot = own ?? (place && marks.find(({ cell }) => isWithin(cell, place)))
  return { chosen: fresh, choose, onHover, hot: hot?.key }
}

function Drawn(props: RecordMapProps & { readonly look: PlaceLook }) {
  const { label, extent, look, onSpot, onSide, onOpen } = props
  const t = useTexts()
  const help = useId()
  const { map, mount } = useLeaflet(props)
  const marks = useDrawn(props, look)
  const { chosen, choose, onHover, hot } = useChosen(props, look, marks)
  useMarks(map, marks, hot, ({ cell, record }) => {
    if (map === null) return
    if (record !== undefined) return choose(record)
    map.getContainer().focus({ preventScroll: true })
    choose(null)
    if (!isOneSpot(cell) && map.getZoom() < mostZoom) return fitBox(map, cell)
    onSide('inSight')
    onSpot(cell)
  })
  const close = () => {
    const from = chosen?.id
    choose(null)
    const container = map?.getContainer()
    const mark = container?.querySelector<HTMLElement>(`[data-mark="${from ?? ''}"]`)
    ;(mark ?? container)?.focus({ preventScroll: true })
  }
  return (
    <section className="pw-map" aria-label={label}>
      <div className="pw-map-stage">
        <div
          ref={mount}
          className="pw-map-canvas"
          role="application"
          aria-label={t('map.canvas', { name: label })}
          aria-describedby={help}
        />
        <p id={help} className="pw-hidden-text">
          {t('map.keys')}
        </p>
        <MapTools map={map} extent={extent} />
        {props.tiles !== undefined && <p className="pw-map-credit">{props.tiles.credit}</p>}
        {chosen !== null && (
          <MapCard record={chosen} columns={look.columns} look={look} onOpen={onOpen} onClose={close} />
        )}
      </div>
      <MapList
        {...props}
        look={look}
        chosen={chosen?.id}
        onHover={onHover}
        onChoose={(record) => {
          choose(record)
          const place = look.placeOf(record)
          if (place !== undefined) map?.panInside([place.latitude, place.longitude], { padding: [60, 60] })
        }}
      />
    </section>
  )
}

/** Records where they lie on a map, and beside it as a list. */
export function RecordMap(props: RecordMapProps) {
  const look = usePlaceLook(props.view)
  return look === undefined ? null : <Drawn {...props} look={look} />
}
