import { formatDecimal, parseDecimal } from '@pipewright/logic'
import { useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { Property } from './property.tsx'
import { TypedInput } from './typed-input.tsx'

export interface DecimalPropertyProps {
  readonly label: string
  readonly value: string | undefined
  readonly onCommit: (value: string | undefined) => void
}

/** An exact decimal as text, or none; what is no number is not taken, and said. */
export function DecimalProperty({ label, value, onCommit }: DecimalPropertyProps) {
  const t = useTexts()
  const [wrong, setWrong] = useState(false)
  const commit = (text: string) => {
    const clean = text.replaceAll(',', '').trim()
    const decimal = clean === '' ? undefined : parseDecimal(clean)
    setWrong(decimal === null)
    if (decimal !== null) onCommit(decimal === undefined ? undefined : formatDecimal(decimal))
  }
  return (
    <Property
      label={label}
      help={wrong ? <span className="pwd-problem">{t('inspector.notANumber')}</span> : undefined}
    >
      {(id) => (
        <TypedInput
          id={id}
          value={value ?? ''}
          onCommit={commit}
          {...(wrong ? { status: 'error' as const } : {})}
        />
      )}
    </Property>
  )
}
