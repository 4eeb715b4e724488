import type { DateField } from '@pipewright/schemas'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { useTexts } from '../texts/use-texts.ts'
import { asText, controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

/** The first is how it is shown, the others how it may be typed. */
const formats = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日', 'M/D/YYYY']

function DateControl(props: ControlProps<DateField>) {
  const t = useTexts()
  const day = dayjs(asText(props.value) || null)
  return (
    <DatePicker
      {...controlAttributes(props)}
      className="pw-fill"
      format={formats}
      placeholder={t('control.pickDate')}
      // A calendar day has no zone: it is read and written as local text, so it cannot shift.
      value={day.isValid() ? day : null}
      onChange={(picked) => props.onChange(picked === null ? null : dayjs(picked).format('YYYY-MM-DD'))}
    />
  )
}

export const date: FieldControl<DateField> = {
  Control: DateControl,
  ...fieldViews.date,
}
