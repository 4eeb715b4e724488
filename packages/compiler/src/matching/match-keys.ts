import { matchRuleName, matchRulesOf, matchWays, type DefinitionIndex } from '@pipewright/metadata'
import type { Field, Form, MatchComparison, MatchRule } from '@pipewright/schemas'
import { askedRules } from './is-matched.ts'
import { normalise } from './normalise.ts'

/** A rule by which records of a form are compared, ready to be used. */
export interface CompiledMatch {
  readonly name: string
  readonly rule: MatchRule
  readonly compare: readonly { readonly fields: readonly Field[]; readonly as: MatchComparison['as'] }[]
  /** Whether the form itself says so; the others are asked by conversions alone. */
  readonly own: boolean
}

/** Stands behind the name of the rule and between the values. */
const between = '\u0002'

function compiled(
  fields: ReadonlyMap<string, Field>,
  rule: MatchRule,
  own: boolean,
): CompiledMatch | undefined {
  const compare = rule.compare.map(({ fields: keys, as }) => ({
    as,
    fields: keys.flatMap((key) => {
      const field = fields.get(key)
      return field !== undefined && matchWays(field).includes(as) ? [field] : []
    }),
  }))
  if (compare.some((each) => each.fields.length === 0)) return undefined
  return { name: matchRuleName(rule), rule, compare, own }
}

/** By what records of a form are compared: its own rules, and what conversions ask for. Each once. */
export function formMatches(
  index: DefinitionIndex,
  form: Form,
  fields: ReadonlyMap<string, Field>,
): readonly CompiledMatch[] {
  const own = matchRulesOf(form).flatMap((rule) => compiled(fields, rule, true) ?? [])
  const others = askedRules(index.definition, form).flatMap((rule) => compiled(fields, rule, false) ?? [])
  return [...new Map([...others, ...own].map((match) => [match.name, match])).values()]
}

/** The rules of fields that a conversion compares by, each by itself. */
export const matchesAsked = (matches: readonly CompiledMatch[], keys: readonly string[]): CompiledMatch[] =>
  matches.filter(
    ({ compare }) =>
      compare.length === 1 &&
      compare[0]?.fields.length === 1 &&
      keys.includes(compare[0].fields[0]?.key ?? ''),
  )

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** What a record has by one rule: another that has one of these as well looks the same. */
export function keysBy(
  { name, compare }: CompiledMatch,
  values: Readonly<Record<string, unknown>>,
): string[] {
  let keys = [name]
  for (const { fields, as } of compare) {
    const found = fields.flatMap(({ key }) => {
      const value = textOf(values[key])
      return (value === undefined ? undefined : normalise(as, value)) ?? []
    })
    keys = keys.flatMap((key) => [...new Set(found)].map((value) => key + between + value))
  }
  return keys
}

/** What a record has by all rules, as its column holds it. */
export const matchKeys = (
  matches: readonly CompiledMatch[],
  values: Readonly<Record<string, unknown>>,
): string[] => matches.flatMap((match) => keysBy(match, values))

/** The name of the rule that made a key. */
export const ruleOfKey = (key: string): string => key.slice(0, key.indexOf(between))
