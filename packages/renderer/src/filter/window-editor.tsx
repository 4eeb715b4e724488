import { windowUnits, type WindowUnitName } from '@pipewright/logic'
import { Select } from 'antd'
import { controls } from '../controls/index.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ValueEditorProps } from './value-editor-props.ts'

const units = Object.keys(windowUnits) as WindowUnitName[]
const isUnit = (value: unknown): value is WindowUnitName => units.some((unit) => unit === value)

/** How many units of the calendar a window is long: 3 months, 2 weeks. */
export function WindowEditor({ id, label, value, onChange }: ValueEditorProps) {
  const t = useTexts()
  const [count = null, given] = Array.isArray(value) ? value : []
  const unit = isUnit(given) ? given : 'day'
  const most = windowUnits[unit].most
  const counted = (text: unknown) => {
    const number = typeof text === 'string' && /^\d{1,5}$/.test(text) ? Number(text) : 0
    return number === 0 ? null : Math.min(number, most)
  }
  return (
    <span className="pw-filter-pair">
      <controls.number.Control
        id={id}
        label={label}
        titles={{}}
        field={{ type: 'number', key: 'count', label: {}, scale: 0 }}
        value={typeof count === 'number' ? String(count) : count}
        onChange={(next) => onChange([counted(next), unit])}
      />
      <Select
        aria-label={`${label}: ${t('filter.unit')}`}
        className="pw-fill"
        options={units.map((each) => ({ value: each, label: t(`filter.unit_${each}`) }))}
        value={unit}
        onChange={(next: WindowUnitName) =>
          onChange([typeof count === 'number' ? Math.min(count, windowUnits[next].most) : null, next])
        }
      />
    </span>
  )
}
