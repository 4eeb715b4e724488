import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Condition, FormParams, Id, Key, Path, closed } from '../shapes.ts'
import { Nullable, RecordAnswer } from './record-shapes.ts'

const Latitude = Type.Number({ minimum: -90, maximum: 90 })
const Longitude = Type.Number({ minimum: -180, maximum: 180 })

const box = { south: Latitude, west: Longitude, north: Latitude, east: Longitude }
export const MapBox = closed(box)
export type MapBox = Static<typeof MapBox>

export const MapQuery = closed({
  field: Type.Unsafe<string>({ ...Key, description: 'The location field that says where.' }),
  box: MapBox,
  zoom: Type.Integer({ minimum: 0, maximum: 22, description: 'The earth is 256 · 2^zoom pixels around.' }),
  apart: Type.Integer({
    minimum: 16,
    maximum: 200,
    description: 'What lies less far apart is drawn as one, in pixels.',
  }),
  colorBy: Type.Optional(
    Type.Unsafe<string>({
      ...Key,
      description: 'A single choice: cells say which option all of their records have.',
    }),
  ),
  filter: Type.Optional(Condition),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  columns: Type.Optional(Type.Array(Path, { maxItems: 100 })),
})
export type MapQuery = Static<typeof MapQuery>

export const MapCell = closed({
  ...box,
  latitude: Latitude,
  longitude: Longitude,
  count: Type.Integer({ description: 'Records that lie between `south`, `west`, `north` and `east`.' }),
  id: Nullable(Id),
  alike: Nullable(
    closed({
      value: Type.Union([Type.String(), Type.Null()], {
        description: 'The option of all; null: none has one.',
      }),
    }),
  ),
})
export type MapCell = Static<typeof MapCell>

export const MapAnswer = closed({
  cells: Type.Array(MapCell, { description: 'All records of the box, counted once each.' }),
  rows: Type.Array(RecordAnswer, { description: 'The records that stand alone, by the `id` of their cell.' }),
})
export type MapAnswer = Static<typeof MapAnswer>

export const mapRoutes = {
  mapRecords: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/map',
    auth: 'member',
    summary: 'Where records lie on a part of a map: counted where they lie close, by themselves where not',
    params: FormParams,
    body: MapQuery,
    answer: MapAnswer,
  }),
}
