import type { FormRights, RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { isEmptyValue } from '../form/engine/is-empty-value.ts'
import { useEngines } from '../form/engine/use-engines.ts'
import { FieldValue } from '../form/field-value.tsx'
import { FormElement } from '../form/elements/form-element.tsx'
import { ShownValuesContext } from '../form/elements/shown-values.ts'
import { useRecordValues } from '../form/elements/use-record-values.ts'
import { isPlacedField, type PlacedField } from '../form/form-sections.ts'
import { useFormat } from '../formats/use-format.ts'
import { systemValues } from '../record/system-values.ts'
import { useTexts } from '../texts/use-texts.ts'
import { PrintedList } from './printed-list.tsx'
import { PrintedItems, type PrintedItemsProps } from './printed-items.tsx'
import { usePrintedSections } from './use-printed-sections.ts'
import './print.css'

export interface RecordPrintProps {
  readonly form: Form
  /** Key of the layout for paper; null is the standard one. */
  readonly layout: string | null
  readonly record: RecordAnswer
  readonly rights: FormRights
  /** Whose paper it is. */
  readonly company: string
}

interface PrintedFieldProps extends Pick<PrintedItemsProps, 'value' | 'titles'> {
  readonly placed: PlacedField
}

/** A value under its label; line items as a table under the heading of their section. */
function PrintedField({ placed, value, titles }: PrintedFieldProps) {
  const { field, width, columns } = placed
  const { locale } = useRenderer()
  const style = { gridColumn: `span ${width}` }
  if (field.type === 'lineItems' && !isEmptyValue(value))
    return (
      // On a screen narrower than the paper the table moves sideways in its frame, also by keys.
      <div
        className="pw-print-table"
        style={style}
        role="region"
        aria-label={localize(field.label, locale)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
      >
        <PrintedItems {...{ field, columns, value, titles }} />
      </div>
    )
  return (
    <div className="pw-print-field" style={style}>
      <div className="pw-print-label">{localize(field.label, locale)}</div>
      <FieldValue {...{ field, value, titles }} />
    </div>
  )
}

/** One record on paper: title, sections, line items as tables with their totals, nothing to press. */
export function RecordPrint(props: RecordPrintProps) {
  const { form, record, company } = props
  const { locale, now } = useRenderer()
  const t = useTexts()
  const ready = useEngines()
  const sections = usePrintedSections(props, ready)
  const format = useFormat()
  const system = useMemo(() => systemValues(record), [record])
  const shown = useRecordValues(form.key, record, system)
  const printedAt = format({ type: 'dateTime', key: 'now', label: {} }, now())
  if (!ready) return null
  return (
    <article className="pw-print">
      <header className="pw-print-head">
        <div>
          <div className="pw-print-kind">{localize(form.label, locale)}</div>
          <h1>{record.title || t('table.untitled')}</h1>
        </div>
        <div className="pw-print-company">
          <div>{company}</div>
          <div className="pw-print-kind">{t('record.printedAt', { at: printedAt })}</div>
        </div>
      </header>
      {sections.map(({ section, items, filter }) => (
        <section key={section.key}>
          {localize(section.label, locale) !== '' && <h2>{localize(section.label, locale)}</h2>}
          <div className="pw-print-fields" data-columns={section.columns}>
            {items.map((placed) =>
              isPlacedField(placed) ? (
                <PrintedField
                  key={placed.field.key}
                  placed={placed}
                  value={(placed.isSystem ? system : record.values)[placed.field.key] ?? null}
                  titles={record.titles}
                />
              ) : (
                <ShownValuesContext key={placed.element.key} value={shown}>
                  <FormElement element={placed.element} span={placed.width} />
                </ShownValuesContext>
              ),
            )}
          </div>
          {section.list !== undefined && <PrintedList list={section.list} filter={filter} />}
        </section>
      ))}
    </article>
  )
}
