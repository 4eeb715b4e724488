import type { SpecialDay } from '@pipewright/contract'
import { formatDate, parseDate } from '@pipewright/renderer'

export interface ReadDays {
  readonly days: readonly SpecialDay[]
  /** Lines that name no day, as they were pasted. */
  readonly unread: readonly string[]
}

const longestSpan = 62

const working = /上班|补班|班$|work|make-?up/i
const off = /放假|休息|休$|holiday|off$/i
const isoDay = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/g
/** A day of a notice: the month of the day before it holds where none is written. */
const chineseDay = /(?:(\d{4})\s*年)?\s*(?:(\d{1,2})\s*月)?\s*(\d{1,2})\s*日/g
const between = /^\s*(?:[至到~～–—]|-{1,2}|\.{2,3}|to)\s*$/i

interface Found {
  readonly day: string
  readonly from: number
  readonly to: number
}

const pad = (text: string): string => text.padStart(2, '0')

function daysIn(clause: string, year: number): Found[] {
  let [lastYear, lastMonth] = [String(year), '1']
  const found: Found[] = []
  const pattern = isoDay.test(clause) ? isoDay : chineseDay
  pattern.lastIndex = 0
  for (const match of clause.matchAll(pattern)) {
    lastYear = match[1] ?? lastYear
    lastMonth = match[2] ?? lastMonth
    const day = `${lastYear}-${pad(lastMonth)}-${pad(match[3] ?? '')}`
    found.push({ day, from: match.index, to: match.index + match[0].length })
  }
  return found
}

/** Every day from one to another; nothing when one of them is no day, or they lie too far apart. */
function span(first: string, last: string): string[] {
  const [from, to] = [parseDate(first), parseDate(last)]
  if (from === null || to === null || to < from || to - from > longestSpan) return []
  return Array.from({ length: to - from + 1 }, (_, at) => formatDate(from + at) ?? '')
}

/** The days of a clause, with those between two that a "to" joins. */
function allDays(clause: string, year: number): string[] {
  const found = daysIn(clause, year)
  return found.flatMap(({ day, from }, at) => {
    const before = found[at - 1]
    const isEnd = before !== undefined && between.test(clause.slice(before.to, from))
    return isEnd ? span(before.day, day).slice(1) : span(day, day)
  })
}

const withoutAsides = (line: string): string => line.replaceAll(/[（(][^）)]*[）)]/g, '')
const title = /^\s*(?:[一二三四五六七八九十]+、|\d+[.、]\s)?\s*([^：:\d]{1,40})[：:]/
const restOfName =
  /(?:放假调休|放假|调休|休息|上班|补班|[休班]$|\bholiday\b|\bwork(?:ing)?\b|\bmake-?up\b|\boff\b)/gi

/** What is left of a line of days when its days and its say are taken out. */
const nameIn = (clause: string): string =>
  clause
    .replaceAll(isoDay, ' ')
    .replaceAll(chineseDay, ' ')
    .replaceAll(restOfName, ' ')
    .replaceAll(/[\s,，、;；:：|.~～–—至到-]+/g, ' ')
    .trim()
    .replace(/^to\s+/i, '')

/**
 * Holidays and make-up days out of pasted text: lines such as "2026-10-01 to 2026-10-07 National Day" and
 * "2026-10-10 National Day work", or the wording of the yearly notice of the State Council.
 */
export function readDays(text: string, year: number): ReadDays {
  const days = new Map<string, SpecialDay>()
  const unread: string[] = []
  let current = year
  for (const raw of text.split(/\r?\n/)) {
    const line = withoutAsides(raw).trim()
    if (line === '') continue
    current = Number(/(\d{4})\s*年/.exec(line)?.[1] ?? current)
    const named = title.exec(line)?.[1]?.trim()
    let isRead = false
    for (const clause of line.split(/[。；;]|，(?=[^，。]*(?:上班|补班))/)) {
      const works = working.test(clause.trim()) && !off.test(clause.trim())
      for (const day of allDays(clause, current)) {
        isRead = true
        days.set(day, { day, name: (named ?? nameIn(clause)).slice(0, 60), works })
      }
    }
    if (!isRead) unread.push(raw.trim())
  }
  return { days: [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1)), unread }
}
