import type { Cell, Row } from './csv.ts'
import { dayToken, momentToken } from './days.ts'
import type { Day } from './days.ts'
import type { Account, Activity, Contact, Deal, Entity, Lead, Moment } from './model.ts'
import { moneyText } from './money.ts'
import type { Words } from './words/words.ts'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

export const moment = (at: Moment): string => momentToken(at.day, at.minute)
export const day = (at: Day | undefined): Cell => (at === undefined ? undefined : dayToken(at))

export function byCreation(a: Entity, b: Entity): number {
  return a.created.day - b.created.day || a.created.minute - b.created.minute
}

/** Puts records in the order of creation and names them by it: acc-1, acc-2, … */
export function number<E extends Entity>(prefix: string, entities: readonly E[]): E[] {
  const sorted = entities.toSorted(byCreation)
  sorted.forEach((entity, index) => {
    entity.id = `${prefix}-${index + 1}`
  })
  return sorted
}

/** A table of records: id, owner and time of creation, then what `cells` gives; columns in the order of the first row. */
export function table<E extends Entity>(entities: readonly E[], cells: (entity: E) => Row): Table {
  const rows = entities.map((entity) => ({
    id: entity.id,
    owner: entity.owner,
    created: moment(entity.created),
    ...cells(entity),
  }))
  return { columns: Object.keys(rows[0] ?? {}), rows }
}

const wonOf = (account: Account) => account.deals.filter((deal) => deal.stage === 'won')
const isOpen = (deal: Deal) => deal.stage !== 'won' && deal.stage !== 'lost'
const worth = (deals: readonly Deal[]) => deals.reduce((sum, deal) => sum + deal.amount, 0)

function gradeOf(account: Account): string {
  const value = worth(account.deals.filter((deal) => deal.stage !== 'lost'))
  return value > 80_000_000 ? 'a' : value > 15_000_000 ? 'b' : 'c'
}

function lifecycleOf(account: Account): string {
  const won = wonOf(account).length
  if (won > 0) return won > 1 ? 'repeat' : 'first_deal'
  const last = account.deals.at(-1)
  if (last?.stage !== 'lost') return 'prospect'
  return last.closeDay < -180 ? 'lost' : last.closeDay < -90 ? 'dormant' : 'prospect'
}

function tagsOf(account: Account): string {
  const won = wonOf(account)
  const tags = [
    worth(account.deals.filter(isOpen)) > 60_000_000 && 'high_potential',
    account.deals.some((deal) => deal.loss?.reason === 'price') && 'price_sensitive',
    won.length > 0 && account.payer === 'fast' && 'fast_payer',
    won.length > 0 && account.payer === 'slow' && 'slow_payer',
    won.length > 1 && 'reference',
  ]
  return tags.filter((tag) => tag !== false).join('|')
}

export function accountTable(accounts: readonly Account[], words: Words): Table {
  return table(accounts, (account) => {
    const { company } = account
    const isCustomer = wonOf(account).length > 0
    return {
      name: company.name,
      kind: gradeOf(account) === 'a' ? 'enterprise' : 'sme',
      grade: gradeOf(account),
      lifecycle: lifecycleOf(account),
      industry: company.industry,
      source: account.deals[0]?.source ?? 'cold_call',
      phone: account.phone,
      website: `https://www.${company.domain}`,
      region: company.city.region,
      province: company.city.province,
      city: company.city.name,
      address: account.street,
      parent: account.parent?.id,
      tags: tagsOf(account),
      tax_number: isCustomer ? `${words.taxNumber}${account.id.slice(4).padStart(6, '0')}` : undefined,
      notes: account.notes,
    }
  })
}

export function contactTable(contacts: readonly Contact[]): Table {
  return table(contacts, ({ person, account, email, birthday }) => ({
    name: person.name,
    account: account.id,
    job_title: person.jobTitle,
    role_in_deal: person.role,
    phone: person.mobile,
    email,
    wechat: undefined,
    birthday: day(birthday),
  }))
}

export function dealTable(deals: readonly Deal[]): Table {
  return table(deals, (deal) => ({
    name: deal.name,
    account: deal.account.id,
    contact: deal.contact.id,
    stage: deal.stage,
    amount: moneyText(deal.amount),
    close_date: day(deal.closeDay),
    source: deal.source,
    need: deal.need,
    next_step: deal.nextStep?.text,
    next_step_date: day(deal.nextStep?.day),
    competitor: deal.competitor,
    loss_reason: deal.loss?.reason,
    loss_note: deal.loss?.note,
    cost: deal.cost === undefined ? undefined : moneyText(deal.cost),
  }))
}

export function leadTable(leads: readonly Lead[]): Table {
  return table(leads, (lead) => ({
    name: lead.person.name,
    company: lead.company?.name,
    phone: lead.person.mobile,
    email: lead.email,
    job_title: lead.company && lead.person.jobTitle,
    source: lead.source,
    industry: lead.industry,
    region: lead.city.region,
    city: lead.city.name,
    rating: lead.rating,
    status: lead.status,
    need: lead.need,
    next_follow_up: day(lead.nextFollowUp),
    disqualified_reason: lead.disqualified,
    account: lead.deal?.account.id,
    contact: lead.deal?.contact.id,
    opportunity: lead.deal?.id,
  }))
}

export function activityTable(activities: readonly Activity[]): Table {
  return table(activities, ({ note, created, nextDay, lead, deal }) => ({
    subject: note.subject,
    type: note.type,
    occurred_at: moment(created),
    notes: note.notes,
    next_date: day(nextDay),
    lead: lead?.id,
    account: deal?.account.id,
    contact: deal?.contact.id,
    opportunity: deal?.id,
  }))
}
