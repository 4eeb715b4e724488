import type { DateField } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asText, controlAttributes } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { useDayLimits } from '../use-day-limits.ts'
import { dayFormats } from './day-formats.ts'
import { wallDay } from './wall-calendar.ts'
import { wallPickers } from './wall-pickers.ts'

/** The first is how it is shown, the others how it may be typed. */
const formats = {
  day: dayFormats,
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
  const day = wallDay(asText(props.value))
  const { DatePicker } = wallPickers(useRenderer().zone)
  return (
    <DatePicker
      {...controlAttributes(props)}
      {...limits}
      className="pw-fill"
      picker={pickers[precision]}
      format={formats[precision]}
      placeholder={t(hints[precision])}
      value={day.isValid() ? day : null}
      onChange={(picked) => props.onChange(picked === null ? null : picked.format(kept[precision]))}
    />
  )
}
