import { locationValue, readLocation } from '@pipewright/compiler'
import type { JsonValue } from '@pipewright/contract'
import type { LocationField } from '@pipewright/schemas'
import { Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { controlAttributes } from '../control-attributes.ts'
import type { ControlProps, FieldControl } from '../field-control.ts'
import { fieldViews } from '../field-views.tsx'
import { partOf } from '../part-of.ts'
import { WholeText } from '../whole-text.tsx'
import { PositionButton } from './position-button.tsx'

const readWhole = (text: string): JsonValue =>
  (readLocation(text) ?? { latitude: null, longitude: null, label: text, text }) as JsonValue

function pointOf(value: JsonValue): string {
  const [latitude, longitude] = [partOf(value, 'latitude'), partOf(value, 'longitude')]
  return latitude === '' && longitude === '' ? '' : `${latitude}, ${longitude}`
}

/** A point and its name; what cannot be read stays, so that it can be said. */
function valueOf(point: string, label: string): JsonValue {
  if (point.trim() === '' && label === '') return null
  const read = readLocation(point)
  const made =
    read === undefined
      ? undefined
      : locationValue(String(read['latitude']), String(read['longitude']), label || null)
  return (made ?? {
    latitude: point || null,
    longitude: null,
    label: label || null,
    text: label,
  }) as JsonValue
}

function LocationControl(props: ControlProps<LocationField>) {
  const t = useTexts()
  const [typed, setTyped] = useState<string | null>(null)
  if (props.compact === true)
    return <WholeText {...props} placeholder={t('control.coordinates')} read={readWhole} />
  const { onBlur, ...attributes } = controlAttributes(props)
  const label = partOf(props.value, 'label')
  const point = typed ?? pointOf(props.value)
  return (
    <div className="pw-location">
      <Input
        {...attributes}
        autoComplete="off"
        placeholder={t('control.coordinates')}
        value={point}
        onChange={(event) => {
          setTyped(event.target.value)
          props.onChange(valueOf(event.target.value, label))
        }}
        onBlur={() => {
          setTyped(null)
          onBlur?.()
        }}
      />
      <PositionButton
        disabled={attributes.disabled}
        onPosition={(latitude, longitude) => {
          setTyped(null)
          props.onChange(valueOf(`${latitude}, ${longitude}`, label))
        }}
      />
      <Input
        id={`${props.id}-label`}
        aria-label={`${props.label}: ${t('control.placeName')}`}
        autoComplete="off"
        maxLength={200}
        placeholder={t('control.placeName')}
        disabled={attributes.disabled}
        value={label}
        onChange={(event) => props.onChange(valueOf(point, event.target.value))}
      />
    </div>
  )
}

export const location: FieldControl<LocationField> = {
  Control: LocationControl,
  ...fieldViews.location,
}
