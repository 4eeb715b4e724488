import type { DateTimeField } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { instantOf, wallTime } from '../../formats/zone-clock.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asText, controlAttributes } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { useDayLimits } from '../use-day-limits.ts'
import { wallDay } from './wall-calendar.ts'
import { wallPickers } from './wall-pickers.ts'

const formats = ['YYYY-MM-DD HH:mm', 'YYYY/M/D HH:mm', 'YYYY-MM-DD']

export function DateTimeControl(props: ControlProps<DateTimeField>) {
  const { zone } = useRenderer()
  const t = useTexts()
  const limits = useDayLimits(props.field)
  const { DatePicker } = wallPickers(zone)
  const instant = Date.parse(asText(props.value))
  return (
    <DatePicker
      {...controlAttributes(props)}
      {...limits}
      className="pw-fill"
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format={formats}
      placeholder={t('control.pickDateTime')}
      value={Number.isNaN(instant) ? null : wallDay(wallTime(instant, zone))}
      onChange={(picked) =>
        props.onChange(picked === null ? null : instantOf(picked.format('YYYY-MM-DDTHH:mm:ss'), zone))
      }
    />
  )
}
