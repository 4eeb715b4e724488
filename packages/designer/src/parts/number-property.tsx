import { InputNumber } from 'antd'
import { useTyped } from '../draft/use-typed.ts'
import { Property } from './property.tsx'

export interface NumberPropertyProps {
  readonly label: string
  readonly value: number | undefined
  readonly min: number
  readonly max: number
  readonly placeholder?: string
  readonly onCommit: (value: number | undefined) => void
}

/** A whole number, or none. */
export function NumberProperty({ label, value, min, max, placeholder, onCommit }: NumberPropertyProps) {
  const typed = useTyped<number | null>(value ?? null, (next) => onCommit(next ?? undefined))
  return (
    <Property label={label}>
      {(id) => (
        <InputNumber
          id={id}
          className="pwd-full"
          value={typed.value}
          min={min}
          max={max}
          precision={0}
          placeholder={placeholder ?? ''}
          onChange={typed.type}
          onBlur={typed.commit}
        />
      )}
    </Property>
  )
}
