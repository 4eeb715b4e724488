import {
  mayReadField,
  uniqueSites,
  type CompiledForm,
  type CompiledFormRights,
  type Issue,
  type UniqueSite,
} from '@pipewright/compiler'
import { localize, type Locale } from '@pipewright/metadata'
import { DatabaseError } from '../connection/database-error.ts'
import { refused, type RecordProblem } from './outcome.ts'

const join: Readonly<Record<Locale, string>> = { en: ' + ', zh: '＋' }

/** What people call the fields that together must not occur twice. */
const labelsOf = ({ fields }: UniqueSite, locale: Locale): string =>
  fields.map(({ label, key }) => localize(label, locale) || key).join(join[locale])

/** What is said of a value that is there already: the builder's own words, or which fields are the same. */
export function takenIssue(site: UniqueSite, pointer: string, locale: Locale): Issue {
  const own = site.message === undefined ? '' : localize(site.message, locale)
  if (own !== '') return { pointer, code: 'refused', params: { text: own } }
  if (site.fields.length === 1) return { pointer, code: 'not-unique' }
  return { pointer, code: 'not-unique-together', params: { fields: labelsOf(site, locale) } }
}

/**
 * The refusal behind a violated unique index: it names the fields only to those who may read all of them. Undefined for
 * every other error. The transaction is spent either way.
 */
export function uniqueProblem(
  error: unknown,
  form: CompiledForm,
  rights: CompiledFormRights | null,
  locale: Locale,
): { ok: false; problem: RecordProblem } | undefined {
  if (!(error instanceof DatabaseError) || error.kind !== 'unique' || error.constraint === undefined)
    return undefined
  const site = uniqueSites(form.form).find(({ index }) => index.name === error.constraint)
  if (site === undefined) return undefined
  if (rights !== null && !site.fields.every(({ key }) => mayReadField(rights, key)))
    return refused('rule-refused')
  return refused('duplicate', {
    params: { field: labelsOf(site, locale) },
    errors: site.fields.map(({ key }) => takenIssue(site, `/values/${key}`, locale)),
  })
}
