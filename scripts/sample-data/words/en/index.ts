import type { Words } from '../words.ts'
import { cities, companies } from './companies.ts'
import { people } from './people.ts'
import { products } from './products.ts'
import { departments, members } from './team.ts'
import { texts } from './texts.ts'
import { topics } from './topics.ts'

export const en: Words = {
  departments,
  members,
  people,
  companies,
  cities,
  products,
  topics,
  texts,
  mobile: { prefix: '+44 7700 900', digits: 3 },
  dealName: '{brand} – {topic}',
  taxNumber: 'GB000',
}
