import { dependencies } from '@pipewright/logic'
import { isOther, localize } from '@pipewright/metadata'
import { issue, pointerTo, type Issue } from '../records/issue.ts'
import { sameValue } from '../records/value.ts'
import { isEmpty } from '../records/write/write-scene.ts'
import type { InForce, Limit, RuleState } from './rule-state.ts'
import { oldRow, rowsIn, type RuleSubject } from './rule-subject.ts'
import { pathOfSpot, rowsOfSpot, spotAt, spotsAround, type Spot } from './spots.ts'

/** A record with what its rules say, and what the one who writes it may do. */
export interface RuleCheck {
  readonly subject: RuleSubject
  readonly state: RuleState
  readonly locale: 'en' | 'zh'
  mayWrite(path: string): boolean
  mayRead(path: string): boolean
}

type Data = Readonly<Record<string, unknown>>

/** One value that a spot stands for. */
export interface Held {
  readonly pointer: string
  readonly path: string
  readonly value: unknown
  readonly before: unknown
  /** The places of the row it stands in, outermost first; none for the record. */
  readonly rows: readonly number[]
  /** The row it stands in and the one around that, or the record. */
  readonly data: Data
  readonly above: Data | undefined
}

/** The rows that a spot speaks of, with their places. */
function rowsAt(values: Data, key: string, only: number | undefined): Iterable<readonly [number, Data]> {
  const rows = rowsIn(values, key)
  if (only === undefined) return rows.entries()
  const row = rows[only]
  return row === undefined ? [] : [[only, row]]
}

interface Inside {
  readonly path: string
  readonly data: Data
  readonly before: Data | null | undefined
  readonly above: Data | undefined
  readonly rows: readonly number[]
  readonly pointer: readonly (string | number)[]
}

function heldIn(inside: Inside, keys: readonly string[], only: readonly (number | undefined)[]): Held[] {
  const { path, data, before, above, rows, pointer } = inside
  const [key = '', ...rest] = keys
  if (rest.length === 0) {
    const at = pointerTo(...pointer, key)
    return [{ pointer: at, path, value: data[key], before: before?.[key], rows, data, above }]
  }
  const found: Held[] = []
  for (const [position, row] of rowsAt(data, key, only[0]))
    found.push(
      ...heldIn(
        {
          path,
          data: row,
          before: oldRow(before, key, row),
          above: rows.length > 0 ? data : undefined,
          rows: [...rows, position],
          pointer: [...pointer, key, position],
        },
        rest,
        only.slice(1),
      ),
    )
  return found
}

/** A column stands for its cells. */
export function heldAt({ subject }: Pick<RuleCheck, 'subject'>, spot: Spot): Held[] {
  const path = pathOfSpot(spot)
  const { record, old } = subject
  const inside = { path, data: record, before: old, above: undefined, rows: [], pointer: ['values'] }
  return heldIn(inside, path.split('.'), rowsOfSpot(spot))
}

/** Whether a field, or a cell of it, is out of sight. */
export const isHidden = (
  { hidden }: Pick<RuleState, 'hidden'>,
  path: string,
  rows: readonly number[] = [],
): boolean => hidden.size > 0 && spotsAround(path, rows).some((spot) => hidden.has(spot))

/** Only what the writer can see and fill in is asked for; the rest is the business of those who can. */
export function requiredIssues(check: RuleCheck): Issue[] {
  return [...check.state.required].flatMap((spot) =>
    heldAt(check, spot).flatMap(({ path, rows, value, pointer }) =>
      isEmpty(value) && check.mayWrite(path) && !isHidden(check.state, path, rows)
        ? [issue(pointer, 'required')]
        : [],
    ),
  )
}

/** Whether what the limit asks for is another than it was. */
function hasMoved({ subject }: RuleCheck, { by }: Limit): boolean {
  const { record, old } = subject
  const differs = (key: string, now: Data, before: Data | null | undefined) =>
    !key.startsWith('$') && !sameValue(now[key] ?? null, before?.[key] ?? null)
  return by.some(({ rule, effect, site: { data, above } }) => {
    const asked = [rule.when, effect.type === 'limit' ? (effect.where ?? null) : null].flatMap(dependencies)
    return asked.some(([head = '', next = '']) => {
      if (rule.rows === undefined) return differs(head, record, old)
      if (head === '$record') return differs(next, record, old)
      if (head === '$parent') return above !== undefined && differs(next, above.data, above.before)
      return differs(head, data, data['$old'] as Data)
    })
  })
}

/** A choice is judged when it is made, and again when what the limit asks for changes; until then it may stay. */
export function limitIssues(check: RuleCheck): Issue[] {
  const { subject, state, locale } = check
  return [...state.limited].flatMap(([spot, limit]) =>
    heldAt(check, spot).flatMap(({ path, rows, value, before, pointer }) => {
      if (isEmpty(value) || !check.mayWrite(path) || isHidden(state, path, rows)) return []
      const isTouched = subject.old === null || !sameValue(value, before ?? null) || hasMoved(check, limit)
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
  if (path === undefined || !check.mayRead(path)) return issue('', code, params)
  const rows = rowsOfSpot(spotAt(path, site)).filter((row) => row !== undefined)
  if (isHidden(check.state, path, rows)) return issue('', code, params)
  const steps = path.split('.').slice(0, rows.length + 1)
  const pointer = steps.flatMap((key, depth) => (depth === 0 ? [key] : [rows[depth - 1] ?? 0, key]))
  return issue(pointerTo('values', ...pointer), code, params)
}

export const refusalIssues = (check: RuleCheck): Issue[] =>
  check.state.refusals.map((each) => noticeIssue(check, each))

export const warningIssues = (check: RuleCheck): Issue[] =>
  check.state.warnings.map((each) => noticeIssue(check, each))
