import type { Words } from '../words.ts'
import { cities, companies } from './companies.ts'
import { people } from './people.ts'
import { products, topics } from './products.ts'
import { departments, members } from './team.ts'
import { texts } from './texts.ts'

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
