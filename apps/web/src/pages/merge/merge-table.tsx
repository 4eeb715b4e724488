import type { JsonValue, RecordAnswer } from '@pipewright/contract'
import { isCombinable, isNothing, localize, mergeAll } from '@pipewright/metadata'
import { Moment, useFormat } from '@pipewright/renderer'
import type { Field } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Radio } from 'antd'
import { choiceOf, togetherIn, type Choices } from './merge-choices.ts'
import { useMergeText } from './use-merge-text.ts'

export interface MergeTableProps {
  readonly records: readonly RecordAnswer[]
  readonly fields: readonly Field[]
  readonly survivor: string
  readonly chosen: Choices
  readonly onSurvivor: (id: string) => void
  readonly onChoose: (field: string, choice: string) => void
}

type RowProps = Pick<MergeTableProps, 'records' | 'survivor' | 'chosen' | 'onChoose'> & {
  readonly field: Field
}

/** A value to compare; a quiet dash where there is none. */
function Value(props: {
  readonly field: Field
  readonly value: JsonValue
  readonly titles: RecordAnswer['titles']
}) {
  const said = useFormat(props.titles)(props.field, props.value)
  return isNothing(props.value) ? (
    <span className="quiet">–</span>
  ) : (
    <span className="merge-value">{said}</span>
  )
}

/** One field: what each record has there, side by side, and which of it is kept. */
function MergeRow({ field, records, survivor, chosen, onChoose }: RowProps) {
  const text = useMergeText()
  const label = localize(field.label, useUiLocale()) || field.key
  const filled = records.filter(({ values }) => !isNothing(values[field.key])).length
  const titles = Object.assign({}, ...records.map((record) => record.titles)) as RecordAnswer['titles']
  return (
    <Radio.Group
      className="merge-row"
      aria-label={label}
      value={choiceOf(field, survivor, records, chosen)}
      onChange={(event) => onChoose(field.key, String(event.target.value))}
    >
      <span className="merge-label">{label}</span>
      {records.map((record) => (
        <Radio key={record.id} value={record.id} className="merge-cell">
          <Value field={field} value={record.values[field.key] ?? null} titles={record.titles} />
        </Radio>
      ))}
      {isCombinable(field) && filled > 1 && (
        <Radio value={mergeAll} className="merge-cell merge-all">
          <span className="merge-together">{text('together')}</span>{' '}
          <Value field={field} value={togetherIn(field, survivor, records)} titles={titles} />
        </Radio>
      )}
    </Radio.Group>
  )
}

/** The records side by side: which one stays, and field by field what it keeps. */
export function MergeTable(props: MergeTableProps) {
  const text = useMergeText()
  const { records, fields, survivor, onSurvivor } = props
  return (
    <div className="merge-table">
      <Radio.Group
        className="merge-row merge-head"
        aria-label={text('stays')}
        value={survivor}
        onChange={(event) => onSurvivor(String(event.target.value))}
      >
        <span className="merge-label">{text('stays')}</span>
        {records.map(({ id, title, updated_at: at }) => (
          <Radio key={id} value={id} className="merge-cell">
            <strong>{title || '–'}</strong>
            <span className="merge-when">
              <Moment at={at} />
            </span>
          </Radio>
        ))}
      </Radio.Group>
      {fields.map((field) => (
        <MergeRow key={field.key} field={field} {...props} />
      ))}
      {fields.length === 0 && <p className="quiet">{text('same')}</p>}
    </div>
  )
}
