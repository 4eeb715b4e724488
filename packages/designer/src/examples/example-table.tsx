import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { ExampleColumn, ExampleRow } from './example-columns.ts'
import { ClockCells } from './clock-cells.tsx'
import { ExampleInput } from './example-input.tsx'
import './examples.css'

/** Null: it cannot be tried now, as while a formula is half written. */
export type RowState = { readonly reasons: readonly string[] } | null

export interface ExampleTableProps<R extends ExampleRow> {
  readonly label: string
  readonly rows: readonly R[]
  readonly columns: readonly ExampleColumn[]
  readonly hasDay: boolean
  readonly hasMoment: boolean
  readonly titles: Readonly<Record<string, string>>
  readonly states: readonly RowState[]
  readonly outcome: string
  readonly drawOutcome: (row: R, position: number, id: string) => ReactNode
  readonly onChange: (rows: readonly R[]) => void
}

function StateMark({ state, number }: { readonly state: RowState; readonly number: number }) {
  const t = useTexts()
  const kind = state === null ? 'waiting' : state.reasons.length > 0 ? 'red' : 'green'
  const icons = { waiting: 'clock', red: 'warning', green: 'check' } as const
  return (
    <span className="pwd-example-state" data-state={kind}>
      <Icon name={icons[kind]} /> {number}
      <span className="pw-hidden-text">{t(`examples.${kind}`)}</span>
    </span>
  )
}

interface RowProps<R extends ExampleRow> extends Omit<ExampleTableProps<R>, 'label' | 'rows' | 'onChange'> {
  readonly row: R
  readonly position: number
  readonly onRow: (row: R | null) => void
}

function Row<R extends ExampleRow>(props: RowProps<R>) {
  const { row, position, columns, hasDay, hasMoment, titles, states, outcome, drawOutcome, onRow } = props
  const t = useTexts()
  const id = useId()
  const state = states[position] ?? null
  const number = position + 1
  const name = (label: string) => t('examples.cell', { label, number })
  return (
    <tr aria-describedby={`${id}-why`}>
      <th scope="row">
        <StateMark state={state} number={number} />
      </th>
      <ClockCells {...{ row, id, number, titles, hasDay, hasMoment, onRow }} />
      {columns.map(({ name: key, label, field, many }) => (
        <td key={key} data-label={label}>
          <ExampleInput
            id={`${id}-${key}`}
            label={name(label)}
            field={field}
            many={many}
            titles={titles}
            value={row.inputs[key]}
            onChange={(value) => onRow({ ...row, inputs: { ...row.inputs, [key]: value } })}
          />
        </td>
      ))}
      <td data-label={outcome} data-outcome="">
        {drawOutcome(row, position, `${id}-out`)}
        <div id={`${id}-why`} aria-live="polite" className="pwd-problem">
          {state?.reasons.map((reason) => (
            <div key={reason}>{reason}</div>
          ))}
        </div>
      </td>
      <td>
        <Button
          type="text"
          size="small"
          icon={<Icon name="delete" />}
          aria-label={t('examples.remove', { number })}
          title={t('examples.remove', { number })}
          onClick={() => onRow(null)}
        />
      </td>
    </tr>
  )
}

/** Rows of values with what must come out of them, each green or red. */
export function ExampleTable<R extends ExampleRow>(props: ExampleTableProps<R>) {
  const { label, rows, columns, hasDay, hasMoment, outcome, onChange } = props
  const t = useTexts()
  const put = (position: number) => (row: R | null) =>
    onChange(rows.flatMap((one, at) => (at !== position ? [one] : row === null ? [] : [row])))
  return (
    <div className="pwd-example-scroll" role="group" aria-label={label}>
      <table className="pwd-example-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="pw-hidden-text">{t('examples.state')}</span>
            </th>
            {hasDay && <th scope="col">{t('examples.day')}</th>}
            {hasMoment && <th scope="col">{t('examples.moment')}</th>}
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.label}
              </th>
            ))}
            <th scope="col">{outcome}</th>
            <th scope="col">
              <span className="pw-hidden-text">{t('examples.removing')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, position) => (
            <Row key={position} {...props} row={row} position={position} onRow={put(position)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
