import { atWork, later } from './cast.ts'
import { pastWorkday, workdayAfter } from './days.ts'
import type { Day } from './days.ts'
import type { Account, Contract, Deal, Instalment, Invoice, Moment, Payer, Payment } from './model.ts'
import type { Cents } from './money.ts'
import { threeInstalments, totalOf } from './money.ts'
import type { Random } from './random.ts'
import type { Words } from './words/words.ts'

/** Days from signing to each instalment. */
const rhythms: readonly (readonly [readonly number[], number])[] = [
  [[0, 30, 60], 7],
  [[0, 45, 90], 2],
  [[7, 60, 120], 1],
]
const delays: Readonly<Record<Payer, readonly [least: number, most: number]>> = {
  fast: [-3, 4],
  normal: [0, 25],
  slow: [15, 80],
}
const methods = [
  ['bank_transfer', 16],
  ['acceptance', 4],
  ['cheque', 1],
] as const

interface Terms {
  readonly owner: string
  readonly payer: Payer
  readonly signed: Moment
}

/** Order and instalments follow the contract by minutes, in their order. */
function minutesAfter({ day, minute }: Moment, minutes: number): Moment {
  return { day, minute: minute + minutes }
}

/** A working day; on the day of signing after the signature. */
function afterSigning(day: Day, { signed }: Terms, random: Random): Moment {
  const on = pastWorkday(Math.max(day, signed.day))
  return on === signed.day ? later(random, later(random, signed)) : atWork(random, on)
}

function pay(amount: Cents, day: Day, terms: Terms, words: Words, random: Random): Payment {
  const method = random.weighted(methods)
  return {
    id: '',
    owner: terms.owner,
    created: afterSigning(day, terms, random),
    amount,
    method,
    note: random.chance(0.15) ? random.pick(words.texts.paymentNotes) : '',
  }
}

/** In full, in two parts of which the second may be missing, or not at all. */
function makePayments(amount: Cents, due: Day, terms: Terms, words: Words, random: Random): Payment[] {
  const day = Math.max(due + random.int(...delays[terms.payer]), terms.signed.day)
  const isDisputed = due < -30 && random.chance(0.05)
  if (day >= 0 || isDisputed) return []
  if (!random.chance(terms.payer === 'slow' || day > -45 ? 0.45 : 0.12))
    return [pay(amount, day, terms, words, random)]
  const first =
    Math.round((amount * random.pick([30, 40, 50, 60])) / 10_000_000) * 100_000 || Math.floor(amount / 2)
  const second = day + random.int(10, 45)
  const part = pay(first, day, terms, words, random)
  return second >= 0 ? [part] : [part, pay(amount - first, second, terms, words, random)]
}

function makeInvoice(
  due: Day,
  payments: readonly Payment[],
  terms: Terms,
  random: Random,
): Invoice | undefined {
  const paid = payments[0]?.created.day
  const created = afterSigning(Math.min(due, paid ?? due) - random.int(0, 5), terms, random)
  const { day } = created
  if (due > 12 || (paid === undefined && random.chance(0.3))) return undefined
  const isRequested = paid === undefined && due > -4
  // Numbers that begin with zeros were never given out.
  const digits = Array.from({ length: 8 }, () => random.int(0, 9)).join('')
  return {
    id: '',
    owner: terms.owner,
    created,
    day,
    number: isRequested ? undefined : `000000000000${digits}`,
    status: isRequested
      ? 'requested'
      : random.weighted([
          ['delivered', day < -15 ? 8 : 2],
          ['issued', 2],
        ]),
  }
}

function makeContract(deal: Deal, words: Words, random: Random): Contract {
  const quote = deal.quotes.at(-1)
  if (!quote) throw new Error(`${deal.name} was won without a quote`)
  const created = atWork(random, deal.closeDay)
  const { payer } = deal.account
  const terms: Terms = { owner: deal.owner, payer, signed: created }
  const gaps = random.weighted(rhythms)
  const instalments = threeInstalments(totalOf(quote.lines)).map((amount, index): Instalment => {
    const due = deal.closeDay + (gaps[index] ?? 0)
    const payments = makePayments(amount, due, terms, words, random)
    const invoice = makeInvoice(due, payments, terms, random)
    return {
      id: '',
      owner: deal.owner,
      created: minutesAfter(created, 6 + index),
      number: index + 1,
      due,
      amount,
      payments,
      invoice,
    }
  })
  const isPaid = instalments.every(
    (each) => each.payments.reduce((sum, payment) => sum + payment.amount, 0) === each.amount,
  )
  return {
    id: '',
    owner: deal.owner,
    created,
    quote,
    signed: deal.closeDay,
    status: isPaid && deal.closeDay < -150 ? 'completed' : 'active',
    order: {
      id: '',
      owner: deal.owner,
      created: minutesAfter(created, 5),
      deliveryDay: workdayAfter(deal.closeDay + random.int(20, 60)),
    },
    instalments,
  }
}

/** Every won deal has its contract, order, payment plan, and what was paid and invoiced so far. */
export function makeContracts(accounts: readonly Account[], words: Words, random: Random): Contract[] {
  return accounts
    .flatMap((account) => account.deals)
    .filter((deal) => deal.stage === 'won')
    .map((deal) => makeContract(deal, words, random))
}
