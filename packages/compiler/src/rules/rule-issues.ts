import { dependencies } from '@pipewright/logic'
import { isOther, localize } from '@pipewright/metadata'
import { issue, pointerTo, type Issue } from '../records/issue.ts'
import { sameValue } from '../records/value.ts'
import { isEmpty } from '../records/write/write-scene.ts'
import type { InForce, Limit, RuleState } from './rule-state.ts'
import { rowsIn, type RuleSubject } from './rule-subject.ts'
import { cellSpot, pathOfSpot, type Spot } from './spots.ts'

/** A record with what its rules say, and what the one who writes it may do. */
export interface RuleCheck {
  readonly subject: RuleSubject
  readonly state: RuleState
  readonly locale: 'en' | 'zh'
  mayWrite(path: string): boolean
  mayRead(path: string): boolean
}

/** One value that a spot stands for. */
export interface Held {
  readonly pointer: string
  readonly path: string
  readonly value: unknown
  readonly before: unknown
  readonly row: number | undefined
}

type RowData = Readonly<Record<string, unknown>>
const byId = new WeakMap<readonly RowData[], ReadonlyMap<unknown, RowData>>()

/** The row as it was, found at once among thousands. */
function oldRow({ old }: Pick<RuleSubject, 'old'>, key: string, row: RowData): RowData | undefined {
  if (row['id'] === undefined || old === null) return undefined
  const rows = rowsIn(old, key)
  const known = byId.get(rows) ?? new Map(rows.map((each) => [each['id'], each]))
  byId.set(rows, known)
  return known.get(row['id'])
}

/** The rows that a spot speaks of, with their places. */
function rowsAt(
  record: RowData,
  key: string,
  only: string | undefined,
): readonly (readonly [number, RowData])[] {
  const rows = rowsIn(record, key)
  if (only === undefined) return [...rows.entries()]
  const row = rows[Number(only)]
  return row === undefined ? [] : [[Number(only), row]]
}

/** The cells of a column of rows inside rows. */
function heldInside({ record, old }: RuleSubject, key: string, inside: string, column: string): Held[] {
  return rowsIn(record, key).flatMap((outer, row) => {
    const stored = oldRow({ old }, key, outer)
    const before = new Map(rowsIn(stored ?? null, inside).map((each) => [each['id'], each]))
    return rowsIn(outer, inside).map((cells, position) => ({
      pointer: pointerTo('values', key, row, inside, position, column),
      path: `${key}.${inside}.${column}`,
      value: cells[column],
      before: cells['id'] === undefined ? undefined : before.get(cells['id'])?.[column],
      row,
    }))
  })
}

/** A column stands for its cells. */
export function heldAt({ subject }: Pick<RuleCheck, 'subject'>, spot: Spot): Held[] {
  const path = pathOfSpot(spot)
  const [key = '', column] = path.split('.')
  const { record, old } = subject
  if (column === undefined)
    return [
      { pointer: pointerTo('values', key), path, value: record[key], before: old?.[key], row: undefined },
    ]
  const inner = path.split('.')[2]
  if (inner !== undefined) return heldInside(subject, key, column, inner)
  const [, only] = spot.split('/')
  return rowsAt(record, key, only).map(([position, row]) => ({
    pointer: pointerTo('values', key, position, column),
    path,
    value: row[column],
    before: oldRow(subject, key, row)?.[column],
    row: position,
  }))
}

/** Whether a field, or a cell of it, is out of sight. */
export function isHidden({ hidden }: Pick<RuleState, 'hidden'>, path: string, row?: number): boolean {
  const [key = '', column] = path.split('.')
  if (hidden.has(key) || hidden.has(path) || hidden.has(`${key}.${column}`)) return true
  return column !== undefined && row !== undefined && hidden.has(cellSpot(key, row, column))
}

/** Only what the writer can see and fill in is asked for; the rest is the business of those who can. */
export function requiredIssues(check: RuleCheck): Issue[] {
  return [...check.state.required].flatMap((spot) =>
    heldAt(check, spot).flatMap(({ path, row, value, pointer }) =>
      isEmpty(value) && check.mayWrite(path) && !isHidden(check.state, path, row)
        ? [issue(pointer, 'required')]
        : [],
    ),
  )
}

/** Whether what the limit asks for is another than it was. */
function hasMoved({ subject }: RuleCheck, { by }: Limit, row: number | undefined): boolean {
  const { record, old } = subject
  const differs = (key: string, now: typeof record | undefined, before: typeof old | undefined) =>
    !key.startsWith('$') && !sameValue(now?.[key] ?? null, before?.[key] ?? null)
  return by.some(({ rule, effect }) => {
    const asked = [rule.when, effect.type === 'limit' ? (effect.where ?? null) : null].flatMap(dependencies)
    return asked.some(([head = '', next = '']) => {
      if (rule.rows === undefined || row === undefined) return differs(head, record, old)
      if (head === '$record') return differs(next, record, old)
      const now = rowsIn(record, rule.rows)[row]
      return now === undefined || differs(head, now, oldRow(subject, rule.rows, now))
    })
  })
}

/** A choice is judged when it is made, and again when what the limit asks for changes; until then it may stay. */
export function limitIssues(check: RuleCheck): Issue[] {
  const { subject, state, locale } = check
  return [...state.limited].flatMap(([spot, limit]) =>
    heldAt(check, spot).flatMap(({ path, row, value, before, pointer }) => {
      if (isEmpty(value) || !check.mayWrite(path) || isHidden(state, path, row)) return []
      const isTouched =
        subject.old === null || !sameValue(value, before ?? null) || hasMoved(check, limit, row)
      const chosen = Array.isArray(value) ? value : [value]
      // An answer of one's own is none of the options.
      const isLeft = (option: unknown) => limit.options.has(String(option)) || isOther(String(option))
      if (!isTouched || chosen.every(isLeft)) return []
      const rule = limit.by.map((each) => localize(each.rule.label, locale)).join(' · ')
      return [issue(pointer, 'option-limited', { rule })]
    }),
  )
}

/** The message of a rule, next to its field where that can be seen. */
export function noticeIssue(check: RuleCheck, { effect, site }: InForce): Issue {
  if (effect.type !== 'warn' && effect.type !== 'refuse') throw new Error('only messages are told')
  const { field: path } = effect
  const code = effect.type === 'warn' ? 'warned' : 'refused'
  const params = { text: localize(effect.message, check.locale) }
  if (path === undefined || !check.mayRead(path) || isHidden(check.state, path, site.row))
    return issue('', code, params)
  const [key = '', column] = path.split('.')
  const inRow = column !== undefined && site.row !== undefined
  return issue(inRow ? pointerTo('values', key, site.row, column) : pointerTo('values', key), code, params)
}

export const refusalIssues = (check: RuleCheck): Issue[] =>
  check.state.refusals.map((each) => noticeIssue(check, each))

export const warningIssues = (check: RuleCheck): Issue[] =>
  check.state.warnings.map((each) => noticeIssue(check, each))
