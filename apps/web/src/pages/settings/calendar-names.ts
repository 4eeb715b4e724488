const named = (locale: string, part: Intl.DateTimeFormatOptions, days: readonly Date[]): string[] => {
  const format = new Intl.DateTimeFormat(locale, { ...part, timeZone: 'UTC' })
  return days.map((day) => format.format(day))
}

/** From Monday on; January 1st 2024 was one. */
export const weekdayNames = (locale: string): string[] =>
  named(
    locale,
    { weekday: 'long' },
    Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2024, 0, at + 1))),
  )

export const monthNames = (locale: string): string[] =>
  named(
    locale,
    { month: 'long' },
    Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2024, at, 1))),
  )
