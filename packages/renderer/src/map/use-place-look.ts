import type { MapCell, RecordAnswer } from '@pipewright/contract'
import type { LocationField } from '@pipewright/schemas'
import { useMemo } from 'react'
import { partOf } from '../controls/part-of.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useOptionColor } from '../moments/use-option-color.ts'
import { columnsOf, valueAt, type Column } from '../table/column-of-path.ts'
import type { MapPosition } from './map-sight.ts'
import type { RecordMapProps } from './record-map-props.ts'
import { uncolored } from './use-marks.ts'

/** How records look on a map, and where they are. */
export interface PlaceLook {
  readonly field: LocationField
  readonly columns: readonly Column[]
  readonly colorOf: (record: RecordAnswer) => string
  readonly nameOf: (record: RecordAnswer) => string | undefined
  /** Of records that lie close: their common colour, null where they have none. */
  readonly colorOfMany: (cell: MapCell) => string | null
  readonly nameOfMany: (cell: MapCell) => string | undefined
  readonly placeOf: (record: RecordAnswer) => Omit<MapPosition, 'zoom'> | undefined
}

/** Undefined where the location may not be read: there is no map of it then. */
export function usePlaceLook(view: RecordMapProps['view']): PlaceLook | undefined {
  const { index, locale } = useRenderer()
  const { colorOf, nameOf, colorOfOption, nameOfOption } = useOptionColor(view.form, view.colorBy)
  return useMemo(() => {
    const field = index.field(view.form, view.place)?.field
    if (field?.type !== 'location') return undefined
    const title = index.form(view.form)?.titleField
    return {
      field,
      columns: columnsOf(index, view.form, view.columns, locale).filter(({ path }) => path !== title),
      colorOf,
      nameOf,
      colorOfMany: ({ alike }) => {
        if (view.colorBy === undefined) return uncolored
        return alike === null ? null : colorOfOption(alike.value)
      },
      nameOfMany: ({ alike }) => (alike === null ? undefined : nameOfOption(alike.value)),
      placeOf: (record) => {
        const value = valueAt(record, field.key)
        const [latitude, longitude] = [partOf(value, 'latitude'), partOf(value, 'longitude')]
        return latitude === '' || longitude === ''
          ? undefined
          : { latitude: Number(latitude), longitude: Number(longitude) }
      },
    }
  }, [index, locale, view, colorOf, nameOf, colorOfOption, nameOfOption])
}
