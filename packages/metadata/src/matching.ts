import type { Field, Form, MatchComparison, MatchRule } from '@pipewright/schemas'

export type MatchWay = MatchComparison['as']

const texts: readonly MatchWay[] = [
  'text',
  'company',
  'person',
  'sound',
  'exact',
  'phone',
  'email',
  'domain',
  'web',
]
const only: readonly MatchWay[] = ['exact']

/** How values of each type can be compared, the usual way first. A type that is not listed cannot be. */
const ways: { readonly [T in Field['type']]?: readonly MatchWay[] } = {
  text: texts,
  longText: texts,
  phone: ['phone', 'exact'],
  email: ['email', 'domain', 'exact'],
  url: ['web', 'domain', 'exact'],
  autoNumber: ['text', 'exact'],
  choice: only,
  relation: only,
  member: only,
  date: only,
}

export const matchWays = ({ type }: Field): readonly MatchWay[] => ways[type] ?? []

/** The rule of a field that points to a duplicate by itself. A text is taken for a name, which may be that of a company. */
export function matchRuleOf(field: Field): MatchRule | undefined {
  const usual = field.type === 'text' || field.type === 'longText' ? 'company' : matchWays(field)[0]
  return usual === undefined ? undefined : { compare: [{ fields: [field.key], as: usual }] }
}

const tells = new Set<Field['type']>(['phone', 'email'])

/** When records look the same: as the form says, else by what its fields suggest. */
export function matchRulesOf(form: Pick<Form, 'fields' | 'matching' | 'matchFields'>): readonly MatchRule[] {
  const { fields, matching, matchFields } = form
  if (matching !== undefined) return matching.rules
  const chosen =
    matchFields === undefined
      ? fields.filter(({ type }) => tells.has(type)).slice(0, 5)
      : matchFields.flatMap((key) => fields.find((field) => field.key === key) ?? [])
  return chosen.flatMap((field) => matchRuleOf(field) ?? [])
}

/** Two rules of the same name say the same, whatever their place. */
export const matchRuleName = ({ compare }: MatchRule): string =>
  compare.map(({ fields, as }) => `${as}:${fields.join('+')}`).join('&')

export const matchRuleFields = ({ compare }: MatchRule): string[] => [
  ...new Set(compare.flatMap(({ fields }) => fields)),
]

/** Rules that compare these fields alone; what any of several fields does is left to the others. */
export const matchRulesOver = (rules: readonly MatchRule[], has: (field: string) => boolean): MatchRule[] =>
  rules.flatMap((rule) => {
    const compare = rule.compare.map((each) => ({ ...each, fields: each.fields.filter(has) }))
    return compare.some(({ fields }) => fields.length === 0) ? [] : [{ ...rule, compare }]
  })
