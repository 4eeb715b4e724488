import type { Words } from '../words.ts'
import { cities, companies } from './companies.ts'
import { people } from './people.ts'
import { products } from './products.ts'
import { departments, members } from './team.ts'
import { texts } from './texts.ts'
import { topics } from './topics.ts'

export const zh: Words = {
  departments,
  members,
  people,
  companies,
  cities,
  products,
  topics,
  texts,
  mobile: { prefix: '142', digits: 8 },
  dealName: '{brand} · {topic}',
  taxNumber: '91000000MA',
}
