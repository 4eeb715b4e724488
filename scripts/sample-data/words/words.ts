/** Everything that differs by language. */
export interface Words {
  readonly departments: readonly Department[]
  readonly members: readonly Member[]
  readonly people: People
  readonly companies: Companies
  readonly cities: readonly City[]
  readonly products: readonly Product[]
  readonly topics: readonly Topic[]
  readonly texts: Texts
  /** Start of mobile numbers that nobody has, and how many digits follow. */
  readonly mobile: { readonly prefix: string; readonly digits: number }
  /** `{brand}` and `{topic}`. */
  readonly dealName: string
  readonly taxNumber: string
}

export interface Department {
  readonly key: string
  readonly name: string
  readonly parent: string
  readonly manager: string
}

export interface Member {
  readonly key: string
  readonly name: string
  readonly role: 'manager' | 'rep' | 'finance'
  readonly department: string
  /** How many deals the person gets and wins, against the others. */
  readonly strength: number
}

/** A name and how it is written in an e-mail address. */
export type Spelled = readonly [text: string, latin: string]

export interface People {
  readonly family: readonly Spelled[]
  readonly given: readonly Spelled[]
  /** Between given and family name; without it the family name comes first. */
  readonly space: string
  readonly jobTitles: readonly (readonly [title: string, role: ContactRole, weight: number])[]
}

export type ContactRole = 'decision_maker' | 'influencer' | 'user' | 'buyer' | 'gatekeeper'

export interface Companies {
  readonly brands: readonly Spelled[]
  /** What follows the brand, by industry. */
  readonly trades: Readonly<Record<Industry, readonly string[]>>
  /** `{city}`, `{brand}`, `{trade}`. */
  readonly patterns: readonly string[]
  readonly streets: readonly string[]
}

export const industries = [
  'machinery',
  'electronics',
  'automotive',
  'food',
  'pharma',
  'chemicals',
  'logistics',
  'retail',
  'energy',
  'other',
] as const
export type Industry = (typeof industries)[number]

export interface City {
  readonly name: string
  readonly province: string
  readonly region: 'north' | 'east' | 'south' | 'central' | 'west' | 'overseas'
  /** Area code and what else comes before the last digits; never a number that can ring. */
  readonly phone: string
  readonly digits: number
  readonly weight: number
}

export interface Product {
  readonly code: string
  readonly name: string
  readonly category: 'equipment' | 'software' | 'service' | 'parts'
  readonly unit: string
  /** In cents. */
  readonly price: number
  readonly cost: number
  readonly active?: false
  readonly description: string
}

/** What an opportunity is about, and the products that belong to it with usual quantities. */
export interface Topic {
  readonly name: string
  readonly need: readonly string[]
  readonly lines: readonly (readonly [code: string, least: number, most: number])[]
}

export interface Note {
  readonly type: 'call' | 'visit' | 'meeting' | 'email' | 'wechat'
  readonly subject: string
  readonly notes: string
}

export interface Texts {
  readonly lead: readonly Note[]
  readonly qualification: readonly Note[]
  readonly needs_analysis: readonly Note[]
  readonly proposal: readonly Note[]
  readonly negotiation: readonly Note[]
  readonly won: readonly Note[]
  readonly lost: readonly Note[]
  readonly nextSteps: Readonly<
    Record<'qualification' | 'needs_analysis' | 'proposal' | 'negotiation', readonly string[]>
  >
  readonly competitors: readonly string[]
  readonly lossNotes: readonly string[]
  readonly terms: readonly string[]
  readonly accountNotes: readonly string[]
  readonly paymentNotes: readonly string[]
}
