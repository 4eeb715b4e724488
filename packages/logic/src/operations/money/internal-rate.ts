import { Decimal, parseDecimal, toWorkingScale } from '../../decimal.ts'
import type { Call, StrictOperation } from '../../operation.ts'
import { requireListOf } from '../../semantics/lists.ts'
import { param, sql } from '../../sql/fragment.ts'
import { listElements, numberOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'
import type { ValueType } from '../../value-type.ts'

const MOST_AMOUNTS = 120
/** One more digit than the answer has, so that it can be rounded. */
const DIGITS = 11
const ONE = 10n ** BigInt(DIGITS)
/** Growth of one period from 0.01 to 11: rates from -99 % to 1000 %. */
const LEAST = ONE / 100n
const MOST = ONE * 11n

function check(call: Call): ValueType {
  requireListOf(call, call.args[0], NUMBER)
  return NUMBER
}

/** Whole numbers in the ratio of the amounts: the rate does not change when all are multiplied. */
function wholeAmounts(amounts: readonly Decimal[]): bigint[] {
  const places = Math.max(...amounts.map((amount) => amount.decimalPlaces()))
  return amounts.map((amount) => BigInt(amount.times(new Decimal(10).pow(places)).toFixed(0)))
}

/** Sign of what all amounts are worth at the end when each period multiplies by `growth`; whole numbers, so it is exact. */
function signAt(growth: bigint, amounts: readonly bigint[]): -1 | 0 | 1 {
  let worth = 0n
  let unit = 1n
  for (const amount of amounts) {
    worth = worth * growth + amount * unit
    unit *= ONE
  }
  if (worth === 0n) return 0
  return worth < 0n ? -1 : 1
}

/** Halves the span in which the sign changes, until it is one step wide; PostgreSQL takes the very same steps. */
function findGrowth(amounts: readonly bigint[]): bigint | null {
  const sign = signAt(LEAST, amounts)
  if (sign === 0 || signAt(MOST, amounts) === sign) return null
  let [low, high] = [LEAST, MOST]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (signAt(middle, amounts) === sign) low = middle
    else high = middle
  }
  return high
}

const step = sql`select
  case when _d.done then _i.step + 1 else _i.step end,
  _e.low, _e.high,
  case when not _d.done then _i.growth when _i.step = 0 then _e.high else (_e.low + _e.high) / 2 end,
  case when _d.done then 1 else _i.n + 1 end,
  case when _d.done then 0 else _i.worth * (_i.growth * 0.00000000001) + _a.list[_i.n] end,
  case when not _d.done then _i.start when _i.step = 0 then nullif(_d.now, 0)
    when _i.step = 1 and _d.now = _i.start then null else _i.start end
  from _i cross join _a
  cross join lateral (select _i.n > _a.size as done, sign(_i.worth)::int as now) as _d
  cross join lateral (select
    case when _d.done and _i.step > 1 and _d.now = _i.start then _i.growth else _i.low end as low,
    case when _d.done and _i.step > 1 and _d.now <> _i.start then _i.growth else _i.high end as high) as _e
  where _i.start is not null and _i.high - _i.low > 1`

export const internalRate: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'IRR',
    aliases: ['内部收益率'],
    params: { en: ['amounts'], zh: ['金额列表'] },
    help: {
      en: 'The rate per period at which amounts, the first now and each further one a period later, are worth nothing together. To 10 decimals; empty when no rate from -99% to 1000% is found, and for more than 120 amounts.',
      zh: '使一组金额（第一笔为当期，其后每期一笔）净现值为零的每期收益率，保留 10 位小数。在 -99% 至 1000% 之间找不到，或金额超过 120 笔时为空。',
    },
    example: ['ROUND(IRR({-100, 60, 60}), 4)', '0.1307'],
  },
  check,
  evaluate([given]) {
    const amounts = listElements(given ?? null).map((value) => numberOf(value) ?? new Decimal(0))
    if (amounts.length < 2 || amounts.length > MOST_AMOUNTS) return null
    const growth = findGrowth(wholeAmounts(amounts))
    if (growth === null) return null
    const rate = parseDecimal(String(growth - ONE))
    return rate && toWorkingScale(rate.times(new Decimal(10).pow(-DIGITS)))
  },
  sql({ arg }) {
    const amounts = sql`select array_agg(coalesce(_w.v, 0)::numeric) as list, count(*)::int as size from (${arg(0).orderedRows()}) as _w(v)`
    const begin = sql`select 0, ${param(String(LEAST), 'numeric')}::bigint, ${param(String(MOST), 'numeric')}::bigint, ${param(String(LEAST), 'numeric')}::bigint, 1, 0::numeric, 0 from _a where _a.size between 2 and ${param(MOST_AMOUNTS, 'int')}`
    const walk = sql`_i(step, low, high, growth, n, worth, start) as (${begin} union all ${step})`
    const rate = sql`round((_i.high - ${param(String(ONE), 'numeric')}) * 0.00000000001, 10)`
    return sql`(with recursive _a as (${amounts}), ${walk} select ${rate} from _i where _i.high - _i.low = 1 limit 1)`
  },
}
