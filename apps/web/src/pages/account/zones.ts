export interface ZoneOption {
  readonly value: string
  readonly label: string
  /** Everything it is found by, in small letters. */
  readonly sought: string
}

const part = (zone: string, locale: string, timeZoneName: 'shortOffset' | 'longGeneric', at: Date): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''

/** A zone by its city, with what it is called and how far it is from Greenwich on this day. */
export function zoneOption(zone: string, locale: string, at: Date): ZoneOption {
  const city = zone.replaceAll('_', ' ')
  const offset = part(zone, 'en', 'shortOffset', at)
  const name = part(zone, locale, 'longGeneric', at)
  const label = `${city} (${offset})${/^(GMT|UTC|$)/.test(name) ? '' : ` · ${name}`}`
  return { value: zone, label, sought: `${zone} ${label}`.toLowerCase() }
}

/** Every zone the runtime knows, and those that are in use here by another name. */
export const zonesWith = (used: readonly string[]): readonly string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...used])].toSorted()

/** Whether all words that were typed stand in it, in any order. */
export const isSought = ({ sought }: Pick<ZoneOption, 'sought'>, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => sought.includes(word))
