import type { LocationField } from '@pipewright/schemas'
import { useTexts } from '../../texts/use-texts.ts'
import type { ValueProps } from '../field-control.ts'
import { PlainValue } from '../plain-value.tsx'
import { partOf } from '../part-of.ts'
import { mapOf } from './map-links.ts'

/** The place with a link to it on a map: nothing is loaded from there before somebody follows it. */
export function LocationValue(props: ValueProps<LocationField>) {
  const t = useTexts()
  const { field, value } = props
  const [latitude, longitude] = [partOf(value, 'latitude'), partOf(value, 'longitude')]
  const name = partOf(value, 'label') || `${latitude}, ${longitude}`
  const href = mapOf(field, { latitude, longitude }, name)
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
