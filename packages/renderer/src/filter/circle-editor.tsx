import type { JsonValue } from '@pipewright/contract'
import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { PositionButton } from '../controls/location/position-button.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ValueEditorProps } from './value-editor-props.ts'

const usualMetres = 1000

const pointOf = (value: JsonValue): string =>
  Array.isArray(value) && value[0] !== null ? `${String(value[0])}, ${String(value[1])}` : ''

const read = (text: string): readonly [string, string] | undefined => {
  const match = /^(-?\d{1,2}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d+)?)$/u.exec(text.trim())
  return match === null ? undefined : [match[1] ?? '', match[2] ?? '']
}

/** So many metres around a point. */
export function CircleEditor({ id, label, value, onChange }: ValueEditorProps) {
  const t = useTexts()
  const metres = Array.isArray(value) && typeof value[2] === 'number' ? value[2] : usualMetres
  const [typed, setTyped] = useState(pointOf(value))
  const setPoint = (text: string) => {
    setTyped(text)
    const [latitude = null, longitude = null] = read(text) ?? []
    onChange([latitude, longitude, metres])
  }
  return (
    <span className="pw-filter-pair">
      <InputNumber
        id={id}
        aria-label={`${label}: ${t('filter.metres')}`}
        min={1}
        max={20_000_000}
        precision={0}
        suffix="m"
        value={metres}
        onChange={(next) => {
          const [latitude = null, longitude = null] = read(typed) ?? []
          onChange([latitude, longitude, next ?? usualMetres])
        }}
      />
      <Input
        aria-label={`${label}: ${t('control.coordinates')}`}
        placeholder={t('control.coordinates')}
        value={typed}
        onChange={(event) => setPoint(event.target.value)}
      />
      <PositionButton onPosition={(latitude, longitude) => setPoint(`${latitude}, ${longitude}`)} />
    </span>
  )
}
