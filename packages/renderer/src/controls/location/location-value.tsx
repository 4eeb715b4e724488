import type { LocationField } from '@pipewright/schemas'
import { useTexts } from '../../texts/use-texts.ts'
import type { ValueProps } from '../field-control.ts'
import { PlainValue } from '../plain-value.tsx'
import { partOf } from '../part-of.ts'

const maps: Readonly<
  Record<
    NonNullable<LocationField['map']>,
    (latitude: string, longitude: string, name: string) => string | null
  >
> = {
  openStreetMap: (latitude, longitude) =>
    `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`,
  amap: (latitude, longitude, name) =>
    `https://uri.amap.com/marker?position=${longitude},${latitude}&name=${encodeURIComponent(name)}&coordinate=wgs84`,
  none: () => null,
}

/** The place with a link to it on a map: nothing is loaded from there before somebody follows it. */
export function LocationValue(props: ValueProps<LocationField>) {
  const t = useTexts()
  const { field, value } = props
  const [latitude, longitude] = [partOf(value, 'latitude'), partOf(value, 'longitude')]
  const name = partOf(value, 'label') || `${latitude}, ${longitude}`
  const href = latitude === '' ? null : maps[field.map ?? 'openStreetMap'](latitude, longitude, name)
  return (
    <span className="pw-place">
      <PlainValue {...props} />
      {href !== null && (
        <a className="pw-link" href={href} target="_blank" rel="noopener noreferrer">
          {t('control.openMap')}
        </a>
      )}
    </span>
  )
}
