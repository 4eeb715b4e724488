import { useTexts } from '../texts/use-texts.ts'
import type { ExampleRow } from './example-columns.ts'
import { ExampleInput } from './example-input.tsx'

const day = { type: 'date', key: 'today', label: {} } as const
const moment = { type: 'dateTime', key: 'now', label: {} } as const

interface Clock {
  readonly today: string | undefined
  readonly now: string | undefined
}

/** The row at another day or moment; what is undefined is left out. */
function withClock<R extends ExampleRow>(row: R, clock: Partial<Clock>): R {
  const { today, now, ...timeless } = { ...row, ...clock }
  return { ...timeless, ...(today && { today }), ...(now && { now }) } as unknown as R
}

interface ClockCellProps {
  readonly titles: Readonly<Record<string, string>>
  readonly id: string
  readonly number: number
  readonly label: string
  readonly field: typeof day | typeof moment
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** The day or the moment it is in a row. */
function ClockCell({ id, number, label, field, titles, value, onChange }: ClockCellProps) {
  const t = useTexts()
  return (
    <td data-label={label}>
      <ExampleInput
        id={`${id}-${field.key}`}
        label={t('examples.cell', { label, number })}
        field={field}
        titles={titles}
        value={value ?? null}
        onChange={(given) => onChange(typeof given === 'string' ? given : undefined)}
      />
    </td>
  )
}

interface ClockCellsProps<R extends ExampleRow> extends Pick<ClockCellProps, 'id' | 'number' | 'titles'> {
  readonly row: R
  readonly hasDay: boolean
  readonly hasMoment: boolean
  readonly onRow: (row: R) => void
}

/** Which day and which moment it is in a row, where that counts. */
export function ClockCells<R extends ExampleRow>({
  row,
  hasDay,
  hasMoment,
  onRow,
  ...cell
}: ClockCellsProps<R>) {
  const t = useTexts()
  const put = (clock: Partial<Clock>) => onRow(withClock(row, clock))
  return (
    <>
      {hasDay && (
        <ClockCell
          {...cell}
          label={t('examples.day')}
          field={day}
          value={row.today}
          onChange={(today) => put({ today })}
        />
      )}
      {hasMoment && (
        <ClockCell
          {...cell}
          label={t('examples.moment')}
          field={moment}
          value={row.now}
          onChange={(now) => put({ now })}
        />
      )}
    </>
  )
}
