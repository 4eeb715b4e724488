import type { JsonValue, Values } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { isEntered } from '@pipewright/metadata'
import { memo } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { AllowedOptions } from '../allowed-options.ts'
import type { FieldControl, Titles } from '../field-control.ts'
import { useInnerProblems } from './cell-problems.ts'
import type { CellRule } from './cell-rules.ts'
import { LightCell } from './light-cell.tsx'

export interface ItemCellProps {
  readonly spec: FieldControl
  readonly field: Field
  readonly columnLabel: string
  readonly value: JsonValue
  /** What the column of the row holds that the options depend on. */
  readonly above: JsonValue | undefined
  readonly aboveLabel: string | undefined
  readonly row: number
  /** One of very many: drawn as text until it is reached. */
  readonly light?: boolean
  readonly titles: Titles
  readonly id: string
  readonly disabled: boolean
  readonly rule: CellRule
  readonly problem: string | undefined
  readonly onCell: (row: number, column: string, value: JsonValue) => void
  readonly readRow: (row: number) => Values
}

const sameRule = (a: CellRule, b: CellRule): boolean =>
  a.hidden === b.hidden &&
  a.required === b.required &&
  a.lockedBy === b.lockedBy &&
  a.options === b.options &&
  a.warning === b.warning &&
  a.inner?.signature === b.inner?.signature

const sameCell = (a: ItemCellProps, b: ItemCellProps): boolean =>
  (Object.keys(b) as (keyof ItemCellProps)[]).every((key) =>
    key === 'rule' ? sameRule(a.rule, b.rule) : a[key] === b[key],
  )

interface CellControlProps extends ItemCellProps {
  readonly said: string | undefined
  /** What is wrong in the rows inside the cell. */
  readonly inner?: ReadonlyMap<string, string> | undefined
}

/** A cell that holds rows of its own. */
function InnerCellControl(props: CellControlProps) {
  return <CellControl {...props} inner={useInnerProblems(props.row, props.field.key)} />
}

function CellControl({ said, inner, ...props }: CellControlProps) {
  const { spec, field, row, problem, id, rule } = props
  const t = useTexts()
  const { Control } = spec
  return (
    <AllowedOptions value={rule.options ?? null}>
      <Control
        field={field}
        id={id}
        label={t('control.cellName', { column: props.columnLabel, row: row + 1 })}
        value={props.value}
        above={props.above}
        aboveLabel={props.aboveLabel}
        titles={props.titles}
        compact
        disabled={props.disabled || rule.lockedBy !== undefined}
        invalid={problem !== undefined}
        required={rule.required || ('required' in field && field.required === true)}
        describedBy={said === undefined ? undefined : `${id}-problem`}
        cellProblems={inner}
        cellRules={rule.inner}
        record={() => props.readRow(row)}
        onChange={(value) => props.onCell(row, field.key, value)}
      />
    </AllowedOptions>
  )
}

/** One cell; drawn again only when its own value, place or problem changes. */
export const ItemCell = memo(function ItemCell(props: ItemCellProps) {
  const { spec, field, row, problem, id, rule } = props
  const t = useTexts()
  if (rule.hidden)
    return (
      <span className="pw-quiet">
        <span aria-hidden="true">–</span>
        <span className="pw-hidden-text">{t('control.notAsked')}</span>
      </span>
    )
  const said = problem ?? rule.warning
  const control =
    field.type === 'lineItems' ? (
      <InnerCellControl {...props} said={said} />
    ) : (
      <CellControl {...props} said={said} />
    )
  return (
    <div className="pw-item-cell" data-row={row} data-column={field.key} title={rule.lockedBy}>
      {props.light === true && isEntered(field) ? (
        <LightCell
          field={field}
          label={t('control.cellName', { column: props.columnLabel, row: row + 1 })}
          value={props.value}
          titles={props.titles}
          align={spec.align}
          open={!props.disabled && rule.lockedBy === undefined}
        >
          {control}
        </LightCell>
      ) : (
        control
      )}
      {said !== undefined && (
        <div id={`${id}-problem`} className={problem === undefined ? 'pw-warning' : 'pw-problem'}>
          {said}
        </div>
      )}
    </div>
  )
}, sameCell)
