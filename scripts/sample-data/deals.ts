import { atWork, dealName, pickSeller } from './cast.ts'
import type { Cast } from './cast.ts'
import { pastWorkday, workdayAfter } from './days.ts'
import type { Day } from './days.ts'
import type { Account, Contact, Deal, Moment, OpenStage, Payer, Stage } from './model.ts'
import { openStages } from './model.ts'
import type { Random } from './random.ts'
import type { Topic, Words } from './words/words.ts'

/** How many of 270 opportunities stand where: many early, few late, 40 of 140 closed ones won. */
const stages: readonly (readonly [Stage, number])[] = [
  ['qualification', 52],
  ['needs_analysis', 38],
  ['proposal', 25],
  ['negotiation', 15],
  ['won', 40],
  ['lost', 100],
]
const ACCOUNTS = 220
/** Accounts without any deal yet. */
const PROSPECTS = 20
/** Before this many accounts there is nobody who could come back. */
const FIRST_CUSTOMERS = 60
/** Topics from here on are bought only by those who bought before. */
const REPEAT_TOPICS = 2

const ages: Readonly<Record<OpenStage, readonly [least: number, most: number]>> = {
  qualification: [1, 35],
  needs_analysis: [8, 60],
  proposal: [20, 90],
  negotiation: [30, 120],
}
const daysToClose: Readonly<Record<OpenStage, readonly [least: number, most: number]>> = {
  qualification: [30, 95],
  needs_analysis: [20, 75],
  proposal: [8, 50],
  negotiation: [2, 30],
}

interface Plan {
  readonly stage: Stage
  readonly reached: OpenStage
  readonly created: Moment
  readonly closeDay: Day
}

/** `share` from 0 to 1 says how far back a closed deal lies, so that no month is without one. */
function planDeal(stage: Stage, share: number, random: Random): Plan {
  if (stage === 'won' || stage === 'lost') {
    // More of them in the last months: the business grows.
    const closeDay = pastWorkday(-1 - Math.floor(350 * share ** 1.3))
    const created = atWork(random, pastWorkday(closeDay - random.int(18, 110)))
    const reached =
      stage === 'won' ? 'negotiation' : random.weighted(openStages.map((key, at) => [key, 4 - at] as const))
    return { stage, reached, created, closeDay }
  }
  const created = atWork(random, pastWorkday(-random.int(...ages[stage])))
  const isLate = stage !== 'qualification' && random.chance(0.14)
  const closeDay = isLate ? pastWorkday(-random.int(1, 18)) : workdayAfter(random.int(...daysToClose[stage]))
  return { stage, reached: stage, created, closeDay: Math.max(closeDay, created.day) }
}

/** Everything about accounts but when they were made, which depends on their first deal. */
function draftAccount(words: Words, cast: Cast, random: Random, created: Moment): Account {
  const company = cast.company()
  const owner = pickSeller(words, random)
  const payer = random.weighted<Payer>([
    ['fast', 3],
    ['normal', 5],
    ['slow', 2],
  ])
  const account: Account = {
    id: '',
    owner,
    created,
    company,
    payer,
    phone: cast.landline(company.city),
    street: `${random.pick(words.companies.streets)} ${random.int(1, 280)}`,
    contacts: [],
    deals: [],
    notes: random.chance(0.2) ? random.pick(words.texts.accountNotes) : '',
  }
  const people = random.weighted([
    [1, 55],
    [2, 35],
    [3, 10],
  ] as const)
  for (let index = 0; index < people; index += 1) account.contacts.push(makeContact(account, cast, random))
  return account
}

function makeContact(account: Account, cast: Cast, random: Random): Contact {
  const person = cast.person()
  return {
    id: '',
    owner: account.owner,
    created: account.created,
    person,
    account,
    email: `${person.latin}@${account.company.domain}`,
    birthday: random.chance(0.25) ? -random.int(25 * 365, 58 * 365) : undefined,
  }
}

function chooseTopic(words: Words, random: Random, isRepeat: boolean): Topic {
  const { topics } = words
  return random.pick(isRepeat ? topics : topics.slice(0, topics.length - REPEAT_TOPICS))
}

function makeDeal(account: Account, plan: Plan, words: Words, random: Random): Deal {
  const isRepeat = account.deals.length > 0
  const topic = chooseTopic(words, random, isRepeat)
  const { stage, reached, created, closeDay } = plan
  const isOpen = stage !== 'won' && stage !== 'lost'
  const sources = [
    ['website', 24],
    ['exhibition', 18],
    ['referral', 16],
    ['advertising', 14],
    ['cold_call', 12],
    ['partner', 10],
    ['social', 6],
  ] as const
  const lossReasons = [
    ['price', 30],
    ['competitor', 24],
    ['budget', 16],
    ['timing', 14],
    ['no_contact', 8],
    ['fit', 6],
    ['other', 2],
  ] as const
  const competitor = random.chance(stage === 'lost' ? 0.6 : 0.25)
    ? random.pick(words.texts.competitors)
    : undefined
  return {
    id: '',
    owner: account.owner,
    created,
    name: dealName(words, account.company, topic.name),
    topic,
    account,
    contact: random.pick(account.contacts),
    stage,
    reached,
    closeDay,
    source: isRepeat ? 'existing' : random.weighted(sources),
    need: random.pick(topic.need),
    amount: 0,
    cost: undefined,
    nextStep:
      isOpen && random.chance(0.85)
        ? { text: random.pick(words.texts.nextSteps[reached]), day: workdayAfter(random.int(-4, 12)) }
        : undefined,
    competitor,
    loss:
      stage === 'lost'
        ? {
            reason: random.weighted(lossReasons),
            note: random.chance(0.5) ? random.pick(words.texts.lossNotes) : '',
          }
        : undefined,
    quotes: [],
  }
}

const moment = (at: Moment): number => at.day * 1440 + at.minute

/** Which plans are the first of an account, and which go to accounts that are there already. */
function dividePlans(random: Random): { firsts: Plan[]; repeats: Plan[] } {
  const plans = stages
    .flatMap(([stage, count]) =>
      Array.from({ length: count }, (_, index) => planDeal(stage, (index + random.next()) / count, random)),
    )
    .sort((a, b) => moment(a.created) - moment(b.created))
  const repeats = new Set(
    random.shuffle(plans.slice(FIRST_CUSTOMERS)).slice(0, plans.length - ACCOUNTS + PROSPECTS),
  )
  return {
    firsts: plans.filter((plan) => !repeats.has(plan)),
    repeats: plans.filter((plan) => repeats.has(plan)),
  }
}

function accountFor(plan: Plan, words: Words, cast: Cast, random: Random): Account {
  const day = random.chance(0.55) ? plan.created.day : pastWorkday(plan.created.day - random.int(1, 60))
  const minute = Math.min(plan.created.minute, 9 * 60 + random.int(0, 6) * 5)
  const account = draftAccount(words, cast, random, { day, minute })
  account.deals.push(makeDeal(account, plan, words, random))
  return account
}

/** The account that comes back: rather one that has bought. */
function returning(plan: Plan, accounts: readonly Account[], random: Random): Account {
  const customers = accounts.filter(
    (account) => (account.deals.at(-1)?.created.day ?? 0) < plan.created.day - 10,
  )
  const bought = customers.filter(({ deals }) =>
    deals.some((deal) => deal.stage === 'won' && deal.closeDay < plan.created.day),
  )
  return random.pick(bought.length > 0 && random.chance(0.6) ? bought : customers)
}

/** Accounts with their contacts and deals. */
export function makeAccounts(words: Words, cast: Cast, random: Random): Account[] {
  const { firsts, repeats } = dividePlans(random)
  const accounts = firsts.map((plan) => accountFor(plan, words, cast, random))
  for (const plan of repeats) {
    const account = returning(plan, accounts, random)
    account.deals.push(makeDeal(account, plan, words, random))
  }
  for (let index = 0; index < PROSPECTS; index += 1)
    accounts.push(draftAccount(words, cast, random, atWork(random, pastWorkday(-random.int(2, 400)))))
  return joinGroups(accounts, random)
}

/** Some accounts of one brand belong to an older one. */
function joinGroups(accounts: Account[], random: Random): Account[] {
  for (const account of accounts) {
    const elders = accounts.filter(
      (other) =>
        other.company.brand === account.company.brand &&
        moment(other.created) < moment(account.created) &&
        !other.parent,
    )
    if (elders.length > 0 && random.chance(0.15)) account.parent = random.pick(elders)
  }
  return accounts
}
