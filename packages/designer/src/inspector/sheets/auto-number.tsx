import { numberParts } from '@pipewright/metadata'
import type { AutoNumberField, NumberPart } from '@pipewright/schemas'
import { Select } from 'antd'
import { browserDay, exampleNumber } from '../../canvas/sketches/example-number.ts'
import { useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { NumberPartsEditor } from './number-parts-editor.tsx'
import { partsFor, periods, usableTypes, type Period } from './number-pattern.ts'
import type { SheetProps } from './sheet.ts'

type Put = (parts: readonly NumberPart[], period?: Period, by?: string) => void

interface PeriodProps {
  readonly field: AutoNumberField
  readonly fields: readonly { readonly value: string; readonly label: string }[]
  readonly put: Put
}

/** When the counter starts again; the pattern gets what then tells the numbers apart. */
function PeriodProperty({ field, fields, put }: PeriodProps) {
  const t = useTexts()
  const parts = numberParts(field)
  const [first] = fields
  const choose = (period: Period, by: string | undefined) => put(partsFor(parts, period, by), period, by)
  return (
    <>
      <Property label={t('inspector.period')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={field.period ?? 'never'}
            options={periods
              .filter((value) => value !== 'field' || first !== undefined)
              .map((value) => ({ value, label: t(`numbering.period_${value}`) }))}
            onChange={(period: Period) =>
              choose(period, period === 'field' ? (field.periodField ?? first?.value) : undefined)
            }
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
              options={[...fields]}
              onChange={(by: string) => choose('field', by)}
            />
          )}
        </Property>
      )}
    </>
  )
}

/** The pattern of a number piece by piece, when its counter starts again, and what comes out. */
export function AutoNumberSheet({ field, site, change }: SheetProps<AutoNumberField>) {
  const t = useTexts()
  const read = useLocalized()
  const fields = useIndex()
    .fieldsOf(site.form)
    .filter(({ type }) => usableTypes.has(type))
    .map(({ key, label }) => ({ value: key, label: read(label) }))
  const put: Put = (parts, period = field.period, by = field.periodField) =>
    change({
      parts: [...parts],
      prefix: undefined,
      digits: undefined,
      period: period === 'never' ? undefined : period,
      periodField: period === 'field' ? by : undefined,
    })
  const example = t('inspector.numberExample', { number: exampleNumber(field, browserDay()) })
  return (
    <>
      <Property label={t('numbering.title')} help={<span aria-live="polite">{example}</span>} group>
        {() => <NumberPartsEditor parts={numberParts(field)} fields={fields} onParts={put} />}
      </Property>
      <PeriodProperty field={field} fields={fields} put={put} />
    </>
  )
}
