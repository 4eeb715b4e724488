import type { App, MapBox, MapCell, RecordAnswer } from '@pipewright/contract'
import type { View } from '@pipewright/schemas'
import type { GeoJsonObject } from 'geojson'
import type { MapSight } from './map-sight.ts'

/** A list of records, as far as somebody has read it. */
export interface MapRecords {
  /** Undefined until it is known. */
  readonly count: { readonly count: number; readonly exact: boolean } | undefined
  readonly rows: readonly RecordAnswer[]
  readonly hasMore: boolean
  readonly loading: boolean
  readonly onMore: () => void
}

export type MapTiles = NonNullable<App['mapTiles']>

export interface RecordMapProps {
  readonly view: View & { readonly place: string }
  readonly label: string
  /** Where the map is, as it stands in the address; where all records lie while it is null. */
  readonly at: string | null
  readonly onAt: (at: string) => void
  readonly onSight: (sight: MapSight) => void
  readonly cells: readonly MapCell[]
  /** The records that stand alone in sight. */
  readonly alone: readonly RecordAnswer[]
  /** Where all records lie; null where none has a location, undefined until that is known. */
  readonly extent: MapBox | null | undefined
  readonly inSight: MapRecords
  readonly nowhere: MapRecords
  readonly side: MapSide
  readonly onSide: (side: MapSide) => void
  /** A spot whose records alone are listed. */
  readonly spot: MapBox | null
  readonly onSpot: (spot: MapBox | null) => void
  /** Reads the outlines of land. */
  readonly land: () => Promise<GeoJsonObject>
  /** A map that is fetched elsewhere; without it the land is all there is. */
  readonly tiles: MapTiles | undefined
  readonly onOpen: (record: RecordAnswer) => void
}

/** What is listed beside a map: records in sight, or those that lie nowhere. */
export type MapSide = 'inSight' | 'nowhere'
