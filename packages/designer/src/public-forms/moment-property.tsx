import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { Property } from '../parts/property.tsx'

export interface MomentPropertyProps {
  readonly label: string
  /** UTC instant, RFC 3339. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** A moment, typed in the zone of the browser. */
export function MomentProperty({ label, value, onChange }: MomentPropertyProps) {
  return (
    <Property label={label}>
      {(id) => (
        <DatePicker
          id={id}
          className="pwd-full"
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={value === undefined ? null : dayjs(value)}
          onChange={(moment) =>
            onChange(
              moment === null || Array.isArray(moment)
                ? undefined
                : moment.second(0).millisecond(0).toISOString(),
            )
          }
        />
      )}
    </Property>
  )
}
