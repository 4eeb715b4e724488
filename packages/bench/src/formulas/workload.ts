import {
  compileExpression,
  NUMBER,
  parseFormula,
  scopeOf,
  TEXT,
  DATE,
  type Expression,
} from '@pipewright/logic'

const scope = scopeOf([
  { path: ['stage'], label: 'Stage', type: TEXT },
  { path: ['amount'], label: 'Amount', type: NUMBER },
  { path: ['discount'], label: 'Discount', type: NUMBER },
  { path: ['due'], label: 'Due', type: DATE },
])
const formulas = [
  'amount * (1 - discount / 100)',
  'IF(AND(stage = "won", amount > 0), ROUND(amount * (1 - discount / 100), 2), 0)',
  'IF(DAYS(due, DATE(2026, 1, 1)) > 30, UPPER(stage) & "-" & PADLEFT(TEXT(DAY(due)), 2, "0"), "late")',
]
const record = { stage: 'won', amount: '1234.50', discount: '12.5', due: '2026-03-15' }
const MILLISECONDS = 1000

/** A clock in milliseconds: what has passed, or the CPU a process has used. */
type Clock = () => number

function rateOf(expression: Expression, spent: Clock, now: Clock): number {
  const run = compileExpression(expression, scope)
  const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'Asia/Shanghai', clock: now }
  const begin = spent()
  let count = 0
  while (spent() - begin < MILLISECONDS) {
    for (let at = 0; at < 200; at += 1) run(record, context)
    count += 200
  }
  return Math.round(count / ((spent() - begin) / 1000))
}

/** Evaluations of each formula per second by `spent`, a line each; prepared once, as forms and the server do it. */
export function measureFormulas(spent: Clock, now: Clock): string[] {
  return formulas.map((text) => {
    const { expression, problems } = parseFormula(text, scope)
    if (problems.length > 0) throw new Error(`${text}: ${problems[0]?.code ?? ''}`)
    return `${rateOf(expression, spent, now).toLocaleString('en')} evaluations/s   ${text}`
  })
}
