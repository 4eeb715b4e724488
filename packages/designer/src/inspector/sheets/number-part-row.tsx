import type { NumberPart } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { InputNumber, Select } from 'antd'
import { TypedInput } from '../../parts/typed-input.tsx'
import { useTexts } from '../../texts/use-texts.ts'

export const dateFormats = ['YYYY', 'YY', 'MM', 'DD', 'YYYYMM', 'YYMM', 'YYYYMMDD', 'YYMMDD'] as const

export interface NumberPartRowProps {
  readonly part: NumberPart
  readonly position: number
  readonly count: number
  readonly fields: readonly { readonly value: string; readonly label: string }[]
  readonly onPart: (part: NumberPart) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function PartValue({ part, fields, position, onPart }: NumberPartRowProps) {
  const t = useTexts()
  const label = t('numbering.value', { position: position + 1 })
  if (part.type === 'text')
    return (
      <TypedInput
        label={label}
        value={part.text}
        maxLength={20}
        onCommit={(text) => {
          if (text !== '') onPart({ type: 'text', text })
        }}
      />
    )
  if (part.type === 'date')
    return (
      <Select
        aria-label={label}
        value={part.format}
        options={dateFormats.map((value) => ({ value, label: value }))}
        onChange={(format) => onPart({ type: 'date', format })}
      />
    )
  if (part.type === 'field')
    return (
      <Select
        aria-label={label}
        value={part.field}
        options={[...fields]}
        onChange={(field: string) => onPart({ type: 'field', field })}
      />
    )
  return (
    <InputNumber
      aria-label={t('inspector.digits')}
      value={part.digits}
      min={1}
      max={12}
      precision={0}
      onChange={(digits) => onPart({ type: 'counter', digits: digits ?? 1 })}
    />
  )
}

/** One piece of a number: what it is, and the ways to move it or take it away. */
export function NumberPartRow(props: NumberPartRowProps) {
  const { part, position, count, onMove, onRemove } = props
  const t = useTexts()
  const tool = (label: string, icon: string, disabled: boolean, run: () => void) => (
    <button type="button" className="pwd-tool" aria-label={label} disabled={disabled} onClick={run}>
      <Icon name={icon} />
    </button>
  )
  const at = { position: position + 1 }
  return (
    <li className="pwd-number-part">
      <span className="pwd-quiet">{t(`numbering.${part.type}`)}</span>
      <PartValue {...props} />
      {tool(t('numbering.up', at), 'arrow-up', position === 0, () => onMove(-1))}
      {tool(t('numbering.down', at), 'arrow-down', position === count - 1, () => onMove(1))}
      {tool(t('numbering.remove', at), 'close', part.type === 'counter', onRemove)}
    </li>
  )
}
