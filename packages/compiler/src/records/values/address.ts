import { isCountry } from '@pipewright/metadata'
import type { AddressField } from '@pipewright/schemas'
import { writeAddress, type Address, type AddressParts } from '../../address/address-value.ts'
import { divisionNamed, findDivisions, type Division } from '../../address/divisions.ts'
import { sameValue } from '../value.ts'
import { readParts } from './parts-of.ts'
import { accept, refuse, type CheckPlace, type Checked, type ValueChecker } from './value-checker.ts'

const names = ['country', 'province', 'city', 'district', 'street', 'postcode'] as const
const levels = ['province', 'city', 'district'] as const
const longest = 200

type Named =
  | { readonly ok: true; readonly parts: AddressParts; readonly code: string | null }
  | { readonly ok: false; readonly refused: Checked }

/** The divisions by their whole names, each within the one before; what nobody has provided is taken as it is. */
function named(parts: AddressParts, place: CheckPlace): Named {
  let below: readonly Division[] | undefined = findDivisions()
  if (below === undefined || parts.country !== 'CN') return { ok: true, parts, code: null }
  const full: Partial<Record<(typeof levels)[number], string>> = {}
  let code: string | null = null
  for (const level of levels) {
    const name = parts[level]
    if (name === null) continue
    const division: Division | undefined = divisionNamed(below, name)
    if (division === undefined)
      return {
        ok: false,
        refused: refuse({ ...place, pointer: `${place.pointer}/${level}` }, 'no-such-division', { name }),
      }
    full[level] = division.name
    code = division.code
    below = division.children
  }
  return { ok: true, parts: { ...parts, ...full }, code }
}

function countryIssue({ abroad, country: own = 'CN' }: AddressField, country: string, place: CheckPlace) {
  const at = { ...place, pointer: `${place.pointer}/country` }
  if (!isCountry(country)) return refuse(at, 'no-such-country', { code: country })
  return abroad === false && country !== own ? refuse(at, 'not-abroad', { country: own }) : undefined
}

/** Normalises an address: whole names of divisions with their code. What is stored already may stay as it is. */
export const address: ValueChecker<AddressField> = (field, value, place) => {
  const read = readParts(value, names, place, longest)
  if (!read.ok) return read.refused
  const isNone = names.every((name) => name === 'country' || read.parts[name] === null)
  if (isNone && (read.parts.country === null || read.parts.country === (field.country ?? 'CN')))
    return accept(null)
  const parts = { ...read.parts, country: read.parts.country ?? field.country ?? 'CN' }
  const old = place.old as Address | null | undefined
  const isOld = old !== null && old !== undefined && names.every((name) => sameValue(parts[name], old[name]))
  if (isOld) return accept({ ...old })
  const refused = countryIssue(field, parts.country, place)
  if (refused !== undefined) return refused
  const found = named(parts, place)
  if (!found.ok) return found.refused
  return accept({ ...found.parts, code: found.code, text: writeAddress(found.parts) })
}
