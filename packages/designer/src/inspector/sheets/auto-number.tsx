import { numberParts } from '@pipewright/metadata'
import type { AutoNumberField, NumberPart } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Dropdown, Select } from 'antd'
import { browserDay, exampleNumber } from '../../canvas/sketches/example-number.ts'
import { useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { NumberPartRow } from './number-part-row.tsx'
import type { SheetProps } from './sheet.ts'

const usable = new Set(['text', 'choice', 'number', 'date'])
const periods = ['never', 'year', 'month', 'day', 'field'] as const
type Period = (typeof periods)[number]

function moved(parts: readonly NumberPart[], position: number, by: -1 | 1): NumberPart[] {
  const part = parts[position]
  const rest = parts.filter((_, at) => at !== position)
  return part === undefined
    ? [...parts]
    : [...rest.slice(0, position + by), part, ...rest.slice(position + by)]
}

/** The pattern with what its period needs to tell the numbers of two periods apart. */
function partsFor(parts: readonly NumberPart[], period: Period, field: string | undefined): NumberPart[] {
  if (period === 'field' && field !== undefined)
    return parts.some((part) => part.type === 'field' && part.field === field)
      ? [...parts]
      : [{ type: 'field', field }, ...parts]
  const format = { year: 'YYYY', month: 'YYYYMM', day: 'YYYYMMDD' } as const
  if (period === 'never' || period === 'field') return [...parts]
  const letters = parts.map((part) => (part.type === 'date' ? part.format : '')).join('')
  const shown = [...new Set(format[period])].every((letter) => letters.includes(letter))
  const counter = parts.findIndex(({ type }) => type === 'counter')
  return shown
    ? [...parts]
    : [...parts.slice(0, counter), { type: 'date', format: format[period] }, ...parts.slice(counter)]
}

/** The pattern of a number piece by piece, when its counter starts again, and what comes out. */
export function AutoNumberSheet({ field, site, change }: SheetProps<AutoNumberField>) {
  const t = useTexts()
  const read = useLocalized()
  const parts = numberParts(field)
  const fields = useIndex()
    .fieldsOf(site.form)
    .filter(({ type }) => usable.has(type))
    .map(({ key, label }) => ({ value: key, label: read(label) }))
  const [first] = fields
  const put = (next: readonly NumberPart[], period = field.period, periodField = field.periodField) =>
    change({
      parts: [...next],
      prefix: undefined,
      digits: undefined,
      period: period === 'never' ? undefined : period,
      periodField: period === 'field' ? periodField : undefined,
    })
  const added: readonly [string, NumberPart | undefined][] = [
    ['text', { type: 'text', text: '-' }],
    ['date', { type: 'date', format: 'YYYY' }],
    ['field', first === undefined ? undefined : { type: 'field', field: first.value }],
  ]
  return (
    <>
      <Property
        label={t('numbering.title')}
        help={
          <span aria-live="polite">
            {t('inspector.numberExample', { number: exampleNumber(field, browserDay()) })}
          </span>
        }
        group
      >
        {() => (
          <>
            <ol className="pwd-number-parts" aria-label={t('numbering.title')}>
              {parts.map((part, position) => (
                <NumberPartRow
                  key={`${position}-${part.type}`}
                  part={part}
                  position={position}
                  count={parts.length}
                  fields={fields}
                  onPart={(next) => put(parts.map((one, at) => (at === position ? next : one)))}
                  onMove={(by) => put(moved(parts, position, by))}
                  onRemove={() => put(parts.filter((_, at) => at !== position))}
                />
              ))}
            </ol>
            <Dropdown
              trigger={['click']}
              menu={{
                items: added.flatMap(([key, part]) =>
                  part === undefined
                    ? []
                    : [{ key, label: t(`numbering.${part.type}`), onClick: () => put([...parts, part]) }],
                ),
              }}
            >
              <Button icon={<Icon name="plus" />} disabled={parts.length >= 12}>
                {t('numbering.add')}
              </Button>
            </Dropdown>
          </>
        )}
      </Property>
      <Property label={t('inspector.period')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={field.period ?? 'never'}
            options={periods
              .filter((value) => value !== 'field' || first !== undefined)
              .map((value) => ({ value, label: t(`numbering.period_${value}`) }))}
            onChange={(period: Period) => {
              const by = period === 'field' ? (field.periodField ?? first?.value) : undefined
              put(partsFor(parts, period, by), period, by)
            }}
          />
        )}
      </Property>
      {field.period === 'field' && (
        <Property label={t('numbering.periodField')}>
          {(id) => (
            <Select
              id={id}
              className="pwd-full"
              value={field.periodField ?? null}
              options={fields}
              onChange={(by: string) => put(partsFor(parts, 'field', by), 'field', by)}
            />
          )}
        </Property>
      )}
    </>
  )
}
