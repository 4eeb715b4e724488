import type { MatchWay } from '@pipewright/metadata'
import { company } from './ways/company.ts'
import { domain } from './ways/domain.ts'
import { email } from './ways/email.ts'
import { exact } from './ways/exact.ts'
import { person } from './ways/person.ts'
import { phone } from './ways/phone.ts'
import { sound } from './ways/sound.ts'
import { text } from './ways/text.ts'
import { web } from './ways/web.ts'

/** Longer texts are held against each other by their beginnings. */
const longest = 120

const ways: { readonly [W in MatchWay]: (value: string) => string | undefined } = {
  exact,
  text,
  company,
  person,
  phone,
  email,
  domain,
  web,
  sound,
}

/** What two values have in common that are found to be alike; undefined when a value is too little to compare by. */
export function normalise(way: MatchWay, value: string): string | undefined {
  const found = ways[way](value.slice(0, 1000))
  return found === undefined ? undefined : [...found].slice(0, longest).join('')
}
