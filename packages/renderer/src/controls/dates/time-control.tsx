import type { TimeField } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asText, controlAttributes } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { wallDay } from './wall-calendar.ts'
import { wallPickers } from './wall-pickers.ts'

/** The first is how it is shown, the others how it may be typed. */
const formats = ['HH:mm', 'H:mm', 'HHmm', 'h:mm A', 'H点m分', 'H点']
const withSeconds = ['HH:mm:ss', 'H:mm:ss', 'HH:mm', 'H:mm', 'HHmmss']

export function TimeControl(props: ControlProps<TimeField>) {
  const t = useTexts()
  const seconds = props.field.seconds === true
  const text = asText(props.value)
  const { TimePicker } = wallPickers(useRenderer().zone)
  const time = wallDay(`2000-01-01T${text}`)
  return (
    <TimePicker
      {...controlAttributes(props)}
      className="pw-fill"
      format={seconds ? withSeconds : formats}
      placeholder={t(seconds ? 'control.pickTimeSeconds' : 'control.pickTime')}
      needConfirm={false}
      value={text !== '' && time.isValid() ? time : null}
      onChange={(picked) => props.onChange(picked === null ? null : picked.format('HH:mm:ss'))}
    />
  )
}
