import type { FormRights, JsonValue, RecordAnswer, Values } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { AllowedOptions } from '../../controls/allowed-options.ts'
import { FieldPlaceContext } from '../../controls/field-place.ts'
import { controlOf } from '../../controls/index.ts'
import { loadAllControls } from '../../controls/load-controls.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useLatest } from '../../environment/use-latest.ts'
import type { Column } from '../column-of-path.ts'
import { ending, isTheirs, moveOf, useLeaving } from './cell-editor-keys.ts'
import type { CellMove } from './cell-move.ts'
import { useCellRules } from './use-cell-rules.ts'

export { loadAllControls }

export interface CellEditorProps {
  readonly form: string
  readonly rights: FormRights
  readonly record: RecordAnswer
  readonly column: Column
  readonly at: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
  /** What it begins with: the value of the cell, nothing when typing replaces it, what was refused before. */
  readonly value: JsonValue
  /** The value is the begin of what is being typed. */
  readonly typed: boolean
  readonly problem: string | undefined
  /** It was left before it came: what was typed is taken at once. */
  readonly ends?: CellMove
  readonly onDone: (value: JsonValue, move: CellMove) => void
  readonly onCancel: () => void
  /** It turns out that a rule keeps the cell from being changed. */
  readonly onHeld: (why: string) => void
}

/** Picking is all that there is to do in these. */
const picked: ReadonlySet<Field['type']> = new Set<Field['type']>([
  'choice',
  'member',
  'department',
  'relation',
  'anyRelation',
  'yesNo',
  'rating',
  'date',
  'dateTime',
  'time',
])

const focusable = 'input:not([type="hidden"]), textarea, button, [tabindex]'

/** The control has the focus from the first moment on. */
function useFirstFocus(box: RefObject<HTMLElement | null>, typed: boolean): void {
  useLayoutEffect(() => {
    const found = box.current?.querySelector<HTMLElement>(focusable)
    found?.focus()
    if (found instanceof HTMLInputElement && found.type === 'text')
      found.setSelectionRange(typed ? found.value.length : 0, found.value.length)
  }, [box, typed])
}

/** Ends at once what was left before it came. */
function useEndAhead(ends: CellMove | undefined, done: (move: CellMove) => void): void {
  const latest = useLatest(done)
  useEffect(() => {
    if (ends !== undefined) latest.current(ends)
  }, [ends, latest])
}

const aboveOf = (field: Field, values: Values) =>
  'dependsOn' in field && field.dependsOn !== undefined ? values[field.dependsOn] : undefined

/** The control of a field over the cell of a list. */
export function CellEditor(props: CellEditorProps) {
  const { form, record, column, at, problem, onDone, onCancel } = props
  const { field } = column
  const t = useTexts()
  const [value, setValue] = useState(props.value)
  const latest = useRef(value)
  const box = useRef<HTMLDivElement>(null)
  const { values, options } = useCellRules(props)
  const done = (move: CellMove) => {
    // Controls that read what is typed when they are left do it now.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    onDone(latest.current, move)
  }
  const markInside = useLeaving(() => done('stay'))
  useFirstFocus(box, props.typed)
  useEndAhead(props.ends, done)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTheirs(event) || !ending.has(event.key)) return
    event.preventDefault()
    if (event.key === 'Escape') onCancel()
    else done(moveOf(event))
  }
  const { Control } = controlOf(field)
  const id = `cell-${record.id}-${column.path}`
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys and presses of the control inside it
    <div
      ref={box}
      className="pw-cell-editor"
      style={{ left: at.left, top: at.top, width: Math.max(at.width, 180), minHeight: at.height }}
      onKeyDown={onKeyDown}
      onPointerDownCapture={markInside}
    >
      <FieldPlaceContext value={{ form, record: record.id }}>
        <AllowedOptions value={options}>
          <Control
            compact
            field={field}
            id={id}
            label={t('cell.editor', { column: column.label, title: record.title || t('table.untitled') })}
            value={value}
            above={aboveOf(field, values)}
            titles={record.titles}
            invalid={problem !== undefined}
            describedBy={problem === undefined ? undefined : `${id}-problem`}
            record={() => values}
            onChange={(next) => {
              latest.current = next
              setValue(next)
              if (picked.has(field.type)) onDone(next, 'stay')
            }}
          />
        </AllowedOptions>
      </FieldPlaceContext>
      {problem !== undefined && (
        <div id={`${id}-problem`} role="alert" className="pw-problem">
          {problem}
        </div>
      )}
    </div>
  )
}
