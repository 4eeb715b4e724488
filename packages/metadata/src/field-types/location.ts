import type { LocationField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { placeOperators } from './operators.ts'

export const location: FieldTypeSpec<LocationField> = {
  type: 'location',
  label: { en: 'Location', zh: '定位' },
  description: {
    en: 'A point on the map, by the position of the device; can be held to a distance.',
    zh: '地图上的一个位置，可用设备定位，并可限制距离。',
  },
  group: 'text',
  icon: 'pin',
  words: ['map', 'gps', 'latitude', 'check-in', '地图', '经纬度', '打卡', '签到'],
  valueKind: 'text',
  writable: true,
  sortable: true,
  searchable: true,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: placeOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'location', key, label, map: 'openStreetMap' }),
  references: (field) => [
    ...mentionDefault(field),
    ...(field.within?.field === undefined
      ? []
      : [
          {
            at: ['within', 'field'],
            kind: 'distance',
            path: field.within.field,
            expects: 'ownLocation',
          } as const,
        ]),
  ],
}
