import { foldText } from '../fold-text.ts'
import { numberSought, searchTerms } from '../grams.ts'
import { lettersOf, spelledPattern } from '../spelled.ts'

/** Where a text is marked: from, and to behind it. */
export type Mark = readonly [from: number, to: number]

/** A text as it is compared, and for every place of that where it stands in the text itself. */
interface Compared {
  text: string
  readonly places: Mark[]
}

function add(into: Compared, letters: string, mark: Mark): void {
  into.text += letters
  for (let at = 0; at < letters.length; at += 1) into.places.push(mark)
}

/** As it stands, and as it is read. */
function comparedWays(text: string): readonly Compared[] {
  const plain: Compared = { text: '', places: [] }
  const read: Compared = { text: '', places: [] }
  const reads = lettersOf(text)
  // Letters that fold into several, or several into one, are marked as they stand alone.
  const same = [...text].length === reads.length
  let from = 0
  let place = 0
  for (const sign of text) {
    const mark: Mark = [from, from + sign.length]
    const folded = foldText(sign)
    const { letter, reading } = (same ? reads[place] : undefined) ?? { letter: folded, reading: '' }
    add(plain, folded, mark)
    add(read, letter + reading, mark)
    from += sign.length
    place += 1
  }
  return [plain, read]
}

function markOf({ places, text }: Compared, from: number, to: number): Mark | undefined {
  let [first, last] = [from, to - 1]
  while (first < last && /\s/u.test(text[first] ?? '')) first += 1
  while (last > first && /\s/u.test(text[last] ?? '')) last -= 1
  const [begin, end] = [places[first], places[last]]
  return begin === undefined || end === undefined ? undefined : [begin[0], end[1]]
}

function placesOf(ways: readonly Compared[], term: string): Mark[] {
  const [plain, read] = ways
  const found: (Mark | undefined)[] = []
  if (plain !== undefined)
    for (let at = plain.text.indexOf(term); at >= 0; at = plain.text.indexOf(term, at + term.length))
      found.push(markOf(plain, at, at + term.length))
  if (found.length === 0 && read !== undefined && /[a-z\p{Script=Han}]/u.test(term))
    for (const { 0: hit, index } of read.text.matchAll(new RegExp(spelledPattern(term), 'g')))
      found.push(markOf(read, index, index + hit.length))
  return found.flatMap((mark) => (mark === undefined ? [] : [mark]))
}

/** The digits of a number, however they are parted. */
function numberMark(text: string, digits: string): Mark[] {
  const places = [...text.matchAll(/\d/gu)].map(({ index }) => index)
  const at = text.replaceAll(/\D/gu, '').indexOf(digits)
  const [from, to] = [places[at], places[at + digits.length - 1]]
  return at < 0 || from === undefined || to === undefined ? [] : [[from, to + 1]]
}

/** What of a text was sought, in order and none inside another; empty where nothing was. */
export function findMarks(text: string, search: string): Mark[] {
  const digits = numberSought(search)
  const whole = digits === undefined ? [] : numberMark(text, digits)
  const ways = whole.length > 0 ? [] : comparedWays(text)
  const all = whole.length > 0 ? whole : searchTerms(search).terms.flatMap((term) => placesOf(ways, term))
  const marks: [number, number][] = []
  for (const [from, to] of all.toSorted((one, other) => one[0] - other[0])) {
    const last = marks.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else marks.push([from, to])
  }
  return marks
}

const around = 30
const most = 120

/** The part of a long text around what was sought. */
export function markedPart(text: string, marks: readonly Mark[]): { text: string; marks: Mark[] } {
  const from = text.length <= most ? 0 : Math.max(0, (marks[0]?.[0] ?? 0) - around)
  const to = Math.min(text.length, from + most)
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : '']
  const inside = marks.filter((mark) => mark[1] <= to)
  const move = before.length - from
  return {
    text: `${before}${text.slice(from, to)}${after}`,
    marks: inside.map((mark): Mark => [mark[0] + move, mark[1] + move]),
  }
}
