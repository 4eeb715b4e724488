import type { Company, Moment, Person } from './model.ts'
import type { Day } from './days.ts'
import type { Random } from './random.ts'
import type { City, Words } from './words/words.ts'
import { industries } from './words/words.ts'

/** Companies, people and numbers, none of them twice. */
export interface Cast {
  company(): Company
  person(): Person
  mobile(): string
  landline(city: City): string
}

function unique<T>(make: () => T, keyOf: (item: T) => string, taken: Set<string>): T {
  for (let attempt = 0; attempt < 10_000; attempt += 1) {
    const item = make()
    if (taken.has(keyOf(item))) continue
    taken.add(keyOf(item))
    return item
  }
  throw new Error('The words do not suffice')
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 9)).join('')
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
}

function makeCompany(words: Words, random: Random, domains: Set<string>): Company {
  const industry = random.weighted(industries.map((key) => [key, key === 'other' ? 1 : 2] as const))
  const [brand, latin] = random.pick(words.companies.brands)
  const city = random.weighted(words.cities.map((each) => [each, each.weight] as const))
  const trade = random.pick(words.companies.trades[industry])
  const name = fill(random.pick(words.companies.patterns), { brand, trade, city: city.name })
  let domain = `${latin}.example`
  for (let next = 2; domains.has(domain); next += 1) domain = `${latin}${next}.example`
  return { name, brand, domain, industry, city }
}

export function castOf(words: Words, random: Random): Cast {
  const names = new Set<string>()
  const domains = new Set<string>()
  const people = new Set<string>()
  const numbers = new Set<string>()
  const phone = (prefix: string, count: number) =>
    unique(
      () => prefix + digits(random, count),
      (number) => number,
      numbers,
    )
  const mobile = () => phone(words.mobile.prefix, words.mobile.digits)
  return {
    mobile,
    landline: (city) => phone(city.phone, city.digits),
    company() {
      const made = unique(
        () => makeCompany(words, random, domains),
        (company) => company.name,
        names,
      )
      domains.add(made.domain)
      return made
    },
    person() {
      const { family, given, space, jobTitles } = words.people
      const draw = () => ({ last: random.pick(family), first: random.pick(given) })
      const { last, first } = unique(draw, (drawn) => drawn.first[0] + drawn.last[0], people)
      const [jobTitle, role] = random.weighted(jobTitles.map((each) => [each, each[2]] as const))
      const name = space === '' ? last[0] + first[0] : first[0] + space + last[0]
      return { name, latin: `${first[1]}.${last[1]}`, jobTitle, role, mobile: mobile() }
    },
  }
}

export function dealName(words: Words, company: Company, topic: string): string {
  return fill(words.dealName, { brand: company.brand, topic })
}

/** A time within office hours. */
export function atWork(random: Random, day: Day): Moment {
  const slot = random.weighted([
    [[9 * 60, 11 * 60 + 50], 5],
    [[13 * 60 + 30, 17 * 60 + 40], 6],
  ] as const)
  return { day, minute: random.int(slot[0] / 5, slot[1] / 5) * 5 }
}

/** A moment a little later on the same day. */
export function later(random: Random, moment: Moment): Moment {
  return { day: moment.day, minute: moment.minute + random.int(1, 4) * 5 }
}

/** The people who sell, each as often as he is strong. */
export function pickSeller(words: Words, random: Random): string {
  return random.weighted(words.members.map((member) => [member.key, member.strength] as const))
}
