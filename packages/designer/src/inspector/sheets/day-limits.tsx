import { wallDay, wallPickers, wallTime } from '@pipewright/renderer'
import type { DateField, DateRangeField, DateTimeField } from '@pipewright/schemas'
import { useDesign } from '../../environment/design-context.ts'
import { NumberProperty } from '../../parts/number-property.tsx'
import { Property } from '../../parts/property.tsx'
import { SelectProperty } from '../../parts/select-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const kinds = ['none', 'fixed', 'today'] as const
type Kind = (typeof kinds)[number]

const today = 'today'
const most = 36_500

const kindOf = (limit: string | undefined): Kind =>
  limit === undefined ? 'none' : limit.startsWith(today) ? 'today' : 'fixed'

const fromToday = (days: number): string =>
  days === 0 ? today : `${today}${days > 0 ? '+' : '-'}${String(Math.abs(days))}`

/** What a limit of a kind begins with; the fixed day is today where the member is. */
function beginOf(kind: Kind, zone: string): string | undefined {
  if (kind === 'none') return undefined
  return kind === 'today' ? today : wallTime(Date.now(), zone).slice(0, 10)
}

interface DayLimitProps {
  readonly label: string
  readonly value: string | undefined
  readonly onCommit: (value: string | undefined) => void
}

function DayLimit({ label, value, onCommit }: DayLimitProps) {
  const t = useTexts()
  const { zone } = useDesign().app.member
  const { DatePicker } = wallPickers(zone)
  const kind = kindOf(value)
  return (
    <>
      <SelectProperty
        label={label}
        value={kind}
        options={kinds.map((one) => ({ value: one, label: t(`inspector.dayLimit_${one}`) }))}
        onCommit={(next) => {
          if (next !== kind) onCommit(beginOf(next, zone))
        }}
      />
      {kind === 'fixed' && (
        <Property label={`${label}: ${t('inspector.dayLimit_fixed')}`}>
          {(id) => (
            <DatePicker
              id={id}
              className="pwd-full"
              allowClear={false}
              value={wallDay(value ?? '')}
              onChange={(picked) => {
                if (picked !== null) onCommit(picked.format('YYYY-MM-DD'))
              }}
            />
          )}
        </Property>
      )}
      {kind === 'today' && (
        <NumberProperty
          label={`${label}: ${t('inspector.dayLimit_offset')}`}
          value={Number(value?.slice(today.length) || 0)}
          min={-most}
          max={most}
          onCommit={(days) => onCommit(fromToday(days ?? 0))}
        />
      )}
    </>
  )
}

/** The first and the last day that can be entered. */
export function DayLimits({
  field,
  change,
}: SheetProps<DateField> | SheetProps<DateTimeField> | SheetProps<DateRangeField>) {
  const t = useTexts()
  return (
    <>
      <DayLimit
        label={t('inspector.earliest')}
        value={field.earliest}
        onCommit={(earliest) => change({ earliest })}
      />
      <DayLimit
        label={t('inspector.latest')}
        value={field.latest}
        onCommit={(latest) => change({ latest })}
      />
    </>
  )
}
