import { rangeValue, readRange } from '@pipewright/compiler'
import type { JsonValue } from '@pipewright/contract'
import type { DateRangeField } from '@pipewright/schemas'
import type { Dayjs } from 'dayjs'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { controlAttributes } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { partOf } from '../part-of.ts'
import { useDayLimits } from '../use-day-limits.ts'
import { WholeText } from '../whole-text.tsx'
import { wallDay } from './wall-calendar.ts'
import { wallPickers } from './wall-pickers.ts'

const formats = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日', 'M/D/YYYY']

function rangeOf(start: string, end: string): JsonValue {
  if (start === '' && end === '') return null
  return start === '' || end === ''
    ? { start: start || null, end: end || null, days: null, text: start || end }
    : { ...rangeValue(start, end) }
}

const asDay = (text: string): Dayjs | null => {
  const day = wallDay(text)
  return day.isValid() ? day : null
}

export function DateRangeControl(props: ControlProps<DateRangeField>) {
  const t = useTexts()
  const limits = useDayLimits(props.field)
  const { DatePicker } = wallPickers(useRenderer().zone)
  if (props.compact === true)
    return (
      <WholeText
        {...props}
        placeholder={t('control.typeRange')}
        read={(text) => (readRange(text, 'YMD') ?? { start: text, end: null, text }) as JsonValue}
      />
    )
  const { id, ...attributes } = controlAttributes(props)
  const [start, end] = [partOf(props.value, 'start'), partOf(props.value, 'end')]
  const earliest = asDay(start)
  const days = (picked: Dayjs | null) => (picked === null ? '' : picked.format('YYYY-MM-DD'))
  return (
    <span className="pw-range">
      <DatePicker
        {...attributes}
        id={id}
        aria-label={`${props.label}: ${t('control.firstDay')}`}
        className="pw-fill"
        format={formats}
        {...limits}
        placeholder={t('control.firstDay')}
        value={asDay(start)}
        onChange={(picked) => props.onChange(rangeOf(days(picked), end))}
      />
      <span aria-hidden="true">–</span>
      <DatePicker
        {...attributes}
        autoFocus={false}
        id={`${id}-end`}
        aria-label={`${props.label}: ${t('control.lastDay')}`}
        className="pw-fill"
        format={formats}
        placeholder={t('control.lastDay')}
        {...limits}
        value={asDay(end)}
        {...(earliest === null ? {} : { minDate: earliest })}
        onChange={(picked) => props.onChange(rangeOf(start, days(picked)))}
      />
    </span>
  )
}
