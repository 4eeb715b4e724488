import { instantOf, wallDay, wallPickers, wallTime } from '@pipewright/renderer'
import { useDesign } from '../environment/design-context.ts'
import { Property } from '../parts/property.tsx'

export interface MomentPropertyProps {
  readonly label: string
  /** UTC instant, RFC 3339. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** A moment, typed by the clock of the member, whatever zone the device is in. */
export function MomentProperty({ label, value, onChange }: MomentPropertyProps) {
  const { zone } = useDesign().app.member
  const { DatePicker } = wallPickers(zone)
  return (
    <Property label={label}>
      {(id) => (
        <DatePicker
          id={id}
          className="pwd-full"
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={value === undefined ? null : wallDay(wallTime(Date.parse(value), zone))}
          onChange={(moment) =>
            onChange(
              moment === null ? undefined : (instantOf(moment.format('YYYY-MM-DDTHH:mm'), zone) ?? undefined),
            )
          }
        />
      )}
    </Property>
  )
}
