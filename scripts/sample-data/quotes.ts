import { atWork } from './cast.ts'
import { pastWorkday } from './days.ts'
import type { Account, Deal, Line, Moment, Quote } from './model.ts'
import { totalOf } from './money.ts'
import type { Random } from './random.ts'
import type { Words } from './words/words.ts'

const usualDiscounts = [
  [0, 4],
  [3, 1],
  [5, 4],
  [8, 4],
  [10, 5],
  [12, 3],
  [15, 3],
  [18, 1],
] as const
/** What a manager has to approve. */
const highDiscounts = [
  [22, 4],
  [25, 4],
  [28, 1],
  [30, 1],
] as const

function makeLines(deal: Deal, words: Words, random: Random): Line[] {
  return deal.topic.lines.flatMap(([code, least, most]) => {
    const quantity = random.int(least, most)
    const product = words.products.find((each) => each.code === code)
    if (!product) throw new Error(`No product ${code}`)
    return quantity === 0 ? [] : [{ product, quantity, unitPrice: product.price, discount: 0 }]
  })
}

/** Work by the day is seldom discounted. */
function discounted(lines: readonly Line[], discount: number, random: Random): Line[] {
  return lines.map((line) =>
    line.product.category === 'service' && random.chance(0.7)
      ? { ...line, discount: 0 }
      : { ...line, discount },
  )
}

function usualDiscount(random: Random): number {
  return random.chance(0.13) ? random.weighted(highDiscounts) : random.weighted(usualDiscounts)
}

function quoteStatus(deal: Deal, random: Random): Quote['status'] | undefined {
  if (deal.stage === 'won') return 'accepted'
  if (deal.reached === 'qualification' || deal.reached === 'needs_analysis') return undefined
  if (deal.stage === 'lost')
    return random.weighted([
      ['sent', 8],
      ['rejected', 2],
    ])
  if (deal.stage === 'negotiation')
    return random.weighted([
      ['sent', 8],
      ['approved', 2],
    ])
  return random.weighted([
    ['sent', 10],
    ['approved', 4],
    ['draft', 6],
    [undefined, 3],
  ])
}

function quoteMoment(deal: Deal, random: Random): Moment {
  const isClosed = deal.stage === 'won' || deal.stage === 'lost'
  const day = isClosed ? deal.closeDay - random.int(3, 15) : -random.int(1, 18)
  const on = pastWorkday(Math.max(day, deal.created.day + 1))
  // A deal of yesterday is quoted at once.
  return on <= deal.created.day
    ? { day: deal.created.day, minute: deal.created.minute + 10 }
    : atWork(random, on)
}

function addQuotes(deal: Deal, lines: readonly Line[], words: Words, random: Random): void {
  const status = quoteStatus(deal, random)
  if (!status) return
  const created = quoteMoment(deal, random)
  const quote = (made: Moment, as: Quote['status'], priced: Line[]): Quote => ({
    id: '',
    owner: deal.owner,
    created: made,
    deal,
    lines: priced,
    status: as,
    terms: random.pick(words.texts.terms),
  })
  const early = pastWorkday(created.day - random.int(3, 9))
  if (deal.stage === 'won' && early > deal.created.day && random.chance(0.3))
    deal.quotes.push(
      quote(atWork(random, early), 'rejected', discounted(lines, random.weighted(highDiscounts), random)),
    )
  const isForApproval = status === 'rejected' || (status === 'draft' && random.chance(0.6))
  const discount = isForApproval ? random.weighted(highDiscounts) : usualDiscount(random)
  deal.quotes.push(quote(created, status, discounted(lines, discount, random)))
}

/** Before there is a quote, the amount is a guess in round thousands. */
function guess(cents: number): number {
  const step = cents > 30_000_000 ? 1_000_000 : 100_000
  return Math.max(1, Math.round(cents / step)) * step
}

function addAmount(deal: Deal, lines: readonly Line[], random: Random): void {
  const latest = deal.quotes.at(-1)
  deal.amount = latest ? totalOf(latest.lines) : guess(totalOf(lines) * 0.95)
  const cost = lines.reduce((sum, line) => sum + line.quantity * line.product.cost, 0)
  deal.cost = deal.reached === 'qualification' && random.chance(0.6) ? undefined : guess(cost)
}

/** Gives every deal what it costs and, from the proposal on, its quotes. */
export function quoteDeals(accounts: readonly Account[], words: Words, random: Random): void {
  for (const deal of accounts.flatMap((account) => account.deals)) {
    const lines = makeLines(deal, words, random)
    addQuotes(deal, lines, words, random)
    addAmount(deal, lines, random)
  }
}
