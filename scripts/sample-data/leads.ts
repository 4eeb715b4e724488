import { atWork, pickSeller } from './cast.ts'
import type { Cast } from './cast.ts'
import { pastWorkday, workdayAfter } from './days.ts'
import type { Account, Deal, Lead } from './model.ts'
import type { Random } from './random.ts'
import type { Words } from './words/words.ts'
import { industries } from './words/words.ts'

type Open = Exclude<Lead['status'], 'converted'>
const ages: Readonly<Record<Open, readonly [least: number, most: number]>> = {
  new: [1, 9],
  contacted: [3, 45],
  qualified: [5, 60],
  disqualified: [10, 320],
}
const counts: readonly (readonly [Open, number])[] = [
  ['new', 60],
  ['contacted', 75],
  ['qualified', 40],
  ['disqualified', 60],
]
const CONVERTED = 110
const sources = [
  ['website', 28],
  ['exhibition', 18],
  ['advertising', 20],
  ['cold_call', 14],
  ['referral', 10],
  ['partner', 6],
  ['social', 8],
] as const
const ratings: Readonly<Record<Lead['status'], readonly (readonly [Lead['rating'], number])[]>> = {
  new: [
    ['a', 1],
    ['b', 4],
    ['c', 5],
  ],
  contacted: [
    ['a', 2],
    ['b', 5],
    ['c', 3],
  ],
  qualified: [
    ['a', 5],
    ['b', 5],
  ],
  converted: [
    ['a', 5],
    ['b', 4],
    ['c', 1],
  ],
  disqualified: [
    ['b', 1],
    ['c', 5],
  ],
}
const reasons = [
  ['no_need', 5],
  ['wrong_number', 4],
  ['no_budget', 4],
  ['not_target', 3],
  ['duplicate', 1],
] as const

function openLead(status: Open, words: Words, cast: Cast, random: Random): Lead {
  const company = cast.company()
  const isPrivate = random.chance(0.07)
  const person = cast.person()
  const day = pastWorkday(-random.int(...ages[status]))
  return {
    id: '',
    owner: pickSeller(words, random),
    created: atWork(random, day),
    person,
    company: isPrivate ? undefined : company,
    city: company.city,
    industry: isPrivate ? random.pick(industries) : company.industry,
    email: random.chance(0.75) ? `${person.latin}@${isPrivate ? 'mail.example' : company.domain}` : '',
    source: random.weighted(sources),
    rating: random.weighted(ratings[status]),
    status,
    need: random.chance(0.85) ? random.pick(random.pick(words.topics).need) : '',
    nextFollowUp:
      status === 'disqualified' || random.chance(0.1)
        ? undefined
        : workdayAfter(status === 'new' ? random.int(-1, 4) : random.int(-5, 12)),
    disqualified: status === 'disqualified' ? random.weighted(reasons) : undefined,
    deal: undefined,
  }
}

/** The lead that the first deal of an account came from. */
function convertedLead(deal: Deal, random: Random): Lead {
  const { company } = deal.account
  return {
    id: '',
    owner: deal.owner,
    created: atWork(random, pastWorkday(deal.account.created.day - random.int(1, 14))),
    person: deal.contact.person,
    company,
    city: company.city,
    industry: company.industry,
    email: deal.contact.email,
    source: deal.source,
    rating: random.weighted(ratings.converted),
    status: 'converted',
    need: deal.need,
    nextFollowUp: undefined,
    disqualified: undefined,
    deal,
  }
}

export function makeLeads(accounts: readonly Account[], words: Words, cast: Cast, random: Random): Lead[] {
  const firsts = accounts
    .flatMap((account) => account.deals.slice(0, 1))
    .filter((deal) => deal.created.day === deal.account.created.day)
  const converted = random
    .shuffle(firsts)
    .slice(0, CONVERTED)
    .map((deal) => convertedLead(deal, random))
  const open = counts.flatMap(([status, count]) =>
    Array.from({ length: count }, () => openLead(status, words, cast, random)),
  )
  return [...converted, ...open]
}
