import { countryNamed } from '@pipewright/metadata'
import { noAddress, type AddressParts } from './address-value.ts'
import { findDivisions, shortName, type Division } from './divisions.ts'

interface Taken {
  readonly division: Division
  readonly rest: string
}

/** The division whose name the text begins with, the longest first; short names only where they are asked for. */
function take(divisions: readonly Division[], text: string, short: boolean): Taken | undefined {
  const names = divisions.flatMap((division) => [
    { division, name: division.name },
    ...(short ? [{ division, name: shortName(division) }] : []),
  ])
  const found = names
    .filter(({ name }) => text.startsWith(name))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  return found && { division: found.division, rest: text.slice(found.name.length).replace(/^[\s,，]+/, '') }
}

interface Found {
  readonly city?: Division
  readonly district?: Division
  readonly rest: string
}

function takeBelow(province: Division, text: string): Found | undefined {
  const city = take(province.children, text, true)
  if (city !== undefined) {
    const district = take(city.division.children, city.rest, false)
    return district === undefined
      ? { city: city.division, rest: city.rest }
      : { city: city.division, district: district.division, rest: district.rest }
  }
  for (const one of province.children) {
    const district = take(one.children, text, false)
    if (district !== undefined) return { city: one, district: district.division, rest: district.rest }
  }
  return undefined
}

/** From the province on; a province in short is only one when a part of it follows: 北京路12号 is a street. */
function fromProvince(
  provinces: readonly Division[],
  text: string,
): (Found & { province: Division }) | undefined {
  const whole = take(provinces, text, false)
  if (whole !== undefined) {
    const [only] = whole.division.children
    const below = takeBelow(whole.division, whole.rest) ?? { rest: whole.rest }
    const isCity = whole.division.children.length === 1 && below.city === undefined
    return { province: whole.division, ...(isCity && only !== undefined ? { city: only } : {}), ...below }
  }
  const short = take(provinces, text, true)
  const below = short && takeBelow(short.division, short.rest)
  return short && below && { province: short.division, ...below }
}

function fromCity(
  provinces: readonly Division[],
  text: string,
): (Found & { province: Division }) | undefined {
  for (const province of provinces) {
    const city = take(province.children, text, false)
    if (city === undefined) continue
    const district = take(city.division.children, city.rest, false)
    return {
      province,
      city: city.division,
      ...(district === undefined ? {} : { district: district.division }),
      rest: district?.rest ?? city.rest,
    }
  }
  return undefined
}

const postcodeAtEnd = /[\s,，（(]*(?:邮编[:：]?\s*)?(?<!\d)(\d{6})[）)]?$/u
const postcodeAtStart = /^(\d{6})(?!\d)[\s,，]*/u

function readChinese(text: string): AddressParts {
  const bare = text.replace(/^(?:中国|中华人民共和国)[\s,，]*/u, '')
  const postcode = (postcodeAtEnd.exec(bare) ?? postcodeAtStart.exec(bare))?.[1] ?? null
  const line = bare.replace(postcodeAtEnd, '').replace(postcodeAtStart, '').trim()
  const provinces = findDivisions() ?? []
  const found = fromProvince(provinces, line) ?? fromCity(provinces, line)
  const rest = (found?.rest ?? line).trim()
  return {
    country: 'CN',
    province: found?.province.name ?? null,
    city: found?.city?.name ?? null,
    district: found?.district?.name ?? null,
    street: rest === '' ? null : rest,
    postcode,
  }
}

const postcodeShape = /^(?=.*\d)[A-Z0-9][A-Z0-9 -]{2,9}$/i

function readForeign(country: string, parts: readonly string[]): AddressParts {
  const left = [...parts]
  const postcode = postcodeShape.test(left.at(-1) ?? '') ? (left.pop() ?? null) : null
  const province = left.length > 2 ? (left.pop() ?? null) : null
  const city = left.length > 1 ? (left.pop() ?? null) : null
  return { ...noAddress, country, province, city, street: left.join(', ') || null, postcode }
}

/**
 * An address as people write it in one line. What is not recognised as a division stays as the street, so nothing is
 * lost. `country` is meant where the text names none.
 */
export function readAddress(text: string, country: string): AddressParts {
  const line = text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
  const segments = line.split(/\s*[,，]\s*/u).filter((segment) => segment !== '')
  const named = countryNamed(segments.at(-1) ?? '')
  if (named !== undefined && named !== 'CN' && segments.length > 1)
    return readForeign(named, segments.slice(0, -1))
  return country === 'CN' || line.startsWith('中国') ? readChinese(line) : readForeign(country, segments)
}
