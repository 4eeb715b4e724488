import type { Day } from './days.ts'
import type { Cents, PricedLine } from './money.ts'
import type { City, ContactRole, Industry, Note, Product, Topic } from './words/words.ts'

/** `minute` of the working day `day`, from midnight. */
export interface Moment {
  readonly day: Day
  readonly minute: number
}

export interface Entity {
  /** Given in the order of creation when everything is known. */
  id: string
  readonly owner: string
  readonly created: Moment
}

export interface Company {
  readonly name: string
  readonly brand: string
  readonly domain: string
  readonly industry: Industry
  readonly city: City
}

export interface Person {
  readonly name: string
  readonly latin: string
  readonly jobTitle: string
  readonly role: ContactRole
  readonly mobile: string
}

export type Payer = 'fast' | 'normal' | 'slow'

export interface Account extends Entity {
  readonly company: Company
  readonly phone: string
  readonly payer: Payer
  readonly street: string
  parent?: Account
  readonly contacts: Contact[]
  readonly deals: Deal[]
  readonly notes: string
}

export interface Contact extends Entity {
  readonly person: Person
  readonly account: Account
  readonly email: string
  readonly birthday: Day | undefined
}

export const openStages = ['qualification', 'needs_analysis', 'proposal', 'negotiation'] as const
export type OpenStage = (typeof openStages)[number]
export type Stage = OpenStage | 'won' | 'lost'

export interface Deal extends Entity {
  readonly name: string
  readonly topic: Topic
  readonly account: Account
  readonly contact: Contact
  readonly stage: Stage
  /** The last open stage it was in. */
  readonly reached: OpenStage
  readonly closeDay: Day
  readonly source: string
  readonly need: string
  amount: Cents
  cost: Cents | undefined
  readonly nextStep: { readonly text: string; readonly day: Day } | undefined
  readonly competitor: string | undefined
  readonly loss: { readonly reason: string; readonly note: string } | undefined
  readonly quotes: Quote[]
}

export interface Line extends PricedLine {
  readonly product: Product
}

export interface Quote extends Entity {
  readonly deal: Deal
  readonly lines: readonly Line[]
  readonly status: 'draft' | 'approved' | 'rejected' | 'sent' | 'accepted'
  readonly terms: string
}

export interface Contract extends Entity {
  readonly quote: Quote
  readonly signed: Day
  readonly status: 'active' | 'completed'
  readonly order: Order
  readonly instalments: readonly Instalment[]
}

export interface Order extends Entity {
  readonly deliveryDay: Day
}

export interface Instalment extends Entity {
  readonly number: number
  readonly due: Day
  readonly amount: Cents
  readonly payments: readonly Payment[]
  readonly invoice: Invoice | undefined
}

export interface Payment extends Entity {
  readonly amount: Cents
  readonly method: string
  readonly note: string
}

export interface Invoice extends Entity {
  readonly number: string | undefined
  readonly day: Day
  readonly status: 'requested' | 'issued' | 'delivered'
}

export interface Lead extends Entity {
  readonly person: Person
  readonly company: Company | undefined
  readonly city: City
  readonly industry: Industry
  readonly email: string
  readonly source: string
  readonly rating: 'a' | 'b' | 'c'
  readonly status: 'new' | 'contacted' | 'qualified' | 'converted' | 'disqualified'
  readonly need: string
  readonly nextFollowUp: Day | undefined
  readonly disqualified: string | undefined
  readonly deal: Deal | undefined
}

export interface Activity extends Entity {
  readonly note: Note
  readonly nextDay: Day | undefined
  readonly lead: Lead | undefined
  readonly deal: Deal | undefined
}
