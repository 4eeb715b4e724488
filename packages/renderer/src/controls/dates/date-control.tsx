import type { DateField } from '@pipewright/schemas'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import '../begin-weeks-on.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asText, controlAttributes } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { useDayLimits } from '../use-day-limits.ts'

/** The first is how it is shown, the others how it may be typed. */
const formats = {
  day: ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日', 'M/D/YYYY'],
  month: ['YYYY-MM', 'YYYY/M', 'YYYY.M', 'YYYYMM', 'YYYY年M月', 'M/YYYY'],
  year: ['YYYY', 'YYYY年'],
}
const pickers = { day: 'date', month: 'month', year: 'year' } as const
const hints = { day: 'control.pickDate', month: 'control.pickMonth', year: 'control.pickYear' } as const
/** A month or year is kept as its first day. */
const kept = { day: 'YYYY-MM-DD', month: 'YYYY-MM-01', year: 'YYYY-01-01' }

export function DateControl(props: ControlProps<DateField>) {
  const t = useTexts()
  const limits = useDayLimits(props.field)
  const precision = props.field.precision ?? 'day'
  const day = dayjs(asText(props.value) || null)
  return (
    <DatePicker
      {...controlAttributes(props)}
      {...limits}
      className="pw-fill"
      picker={pickers[precision]}
      format={formats[precision]}
      placeholder={t(hints[precision])}
      // A calendar day has no zone: it is read and written as local text, so it cannot shift.
      value={day.isValid() ? day : null}
      onChange={(picked) => props.onChange(picked === null ? null : dayjs(picked).format(kept[precision]))}
    />
  )
}
