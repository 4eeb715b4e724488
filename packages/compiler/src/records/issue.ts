/** Codes of what can be wrong with one value; the contract's `fieldProblems` has the texts. */
export type IssueCode =
  | 'required'
  | 'unknown-field'
  | 'not-writable'
  | 'wrong-type'
  | 'not-a-number'
  | 'too-many-digits'
  | 'too-small'
  | 'too-big'
  | 'total-too-big'
  | 'too-short'
  | 'too-long'
  | 'bad-characters'
  | 'bad-date'
  | 'bad-instant'
  | 'bad-time'
  | 'bad-duration'
  | 'bad-email'
  | 'bad-phone'
  | 'no-such-number'
  | 'bad-range'
  | 'too-early'
  | 'too-late'
  | 'too-few'
  | 'ends-before-start'
  | 'too-many-days'
  | 'bad-location'
  | 'not-an-amount'
  | 'no-such-currency'
  | 'no-rate'
  | 'too-far'
  | 'no-such-division'
  | 'no-such-country'
  | 'not-abroad'
  | 'bad-url'
  | 'bad-id-card'
  | 'bad-postcode'
  | 'not-in-pattern'
  | 'not-an-option'
  | 'not-offered'
  | 'other-needs-text'
  | 'no-such-record'
  | 'circle'
  | 'not-eligible'
  | 'date-hidden'
  | 'no-such-member'
  | 'no-such-department'
  | 'not-in-limit'
  | 'no-such-file'
  | 'file-kind'
  | 'file-too-large'
  | 'too-many'
  | 'too-many-inside'
  | 'not-unique'
  | 'not-unique-together'
  | 'not-unique-seen'
  | 'row-repeats'
  | 'row-repeats-together'
  | 'locked-by-rule'
  | 'option-limited'
  | 'fill-limit-ever'
  | 'fill-limit-day'
  | 'fill-limit-week'
  | 'fill-limit-month'
  | 'warned'
  | 'refused'
  | 'stage-field'
  | 'stage-needs'
  | 'stage-needs-other'
  | 'stage-records'
  | 'stage-checklist'
  | 'stage-move'
  | 'stage-final'
  | 'stage-elsewhere'
  | 'relation-not-back'
  | 'relation-not-back-twice'
  | 'relation-not-back-circle'
  | 'relations-not-back'
  | 'relation-in-bin'
  | 'not-so-many'

export type IssueParams = Readonly<Record<string, string | number>>

/** One thing wrong with the input; `pointer` is RFC 6901 into the request body ("/values/items/2/quantity"). */
export interface Issue {
  readonly pointer: string
  readonly code: IssueCode
  readonly params?: IssueParams
}

/** Names beside each other as a parameter of a text, in either language as that one sets them. */
export const listedParam = (name: string, items: readonly string[]): IssueParams => ({
  [`${name}_en`]: items.join(', '),
  [`${name}_zh`]: items.join('、'),
})

export const issue = (pointer: string, code: IssueCode, params?: IssueParams): Issue =>
  params === undefined ? { pointer, code } : { pointer, code, params }

const segmentOf = (segment: string | number): string => {
  if (typeof segment === 'number') return `/${segment}`
  // Keys of fields have neither sign: this is asked for each value of each row that is imported.
  if (!segment.includes('~') && !segment.includes('/')) return `/${segment}`
  return `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

export function pointerTo(...segments: readonly (string | number)[]): string {
  let pointer = ''
  for (const segment of segments) pointer += segmentOf(segment)
  return pointer
}
