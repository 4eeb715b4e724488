import { ruleReasons, type RuleReason } from '@pipewright/compiler'
import type { JsonValue } from '@pipewright/contract'
import { dependencies, describeCondition, type LabelledScope } from '@pipewright/logic'
import { isInRows, localize, partsOf, placeAround, type Locale, type Place } from '@pipewright/metadata'
import type { Field, Rule } from '@pipewright/schemas'
import { useMemo } from 'react'
import { listed } from '@pipewright/ui'
import { useRenderer, type Renderer } from '../../environment/use-renderer.ts'
import { readerScope } from '../../filter/reader-scope.ts'
import { useFormat } from '../../formats/use-format.ts'
import { useTexts, type TextKey } from '../../texts/use-texts.ts'
import type { Derived } from '../engine/form-engine.ts'
import { factFields, factWord, ruleSentenceScope, type Around } from './rule-words.ts'

export interface Explanation {
  readonly key: string
  readonly rule: string
  /** What the rule does to the field. */
  readonly effect: TextKey
  readonly acts: RuleReason['acts']
  /** Its condition; empty where the reader may not know it. */
  readonly sentence: string
  /** Numbers of the rows it acts on; of a row in a row with that one's before it. */
  readonly rows: readonly string[]
  readonly inputs: readonly { readonly name: string; readonly label: string; readonly value: string }[]
}

/** Own fields, columns and one step over relations, by their labels. */
function labelled(renderer: Renderer, form: string, lineItems: string | undefined): LabelledScope {
  const { index, locale, titles } = renderer
  const own = index.fieldsOf(form, lineItems)
  const label = (field: Field) => localize(field.label, locale) || field.key
  const place = lineItems === undefined ? form : { form, lineItems }
  const behind = (field: Field, name: string) =>
    field.type === 'relation'
      ? index.fieldsOf(field.form).map((far) => ({
          path: `${field.key}.${far.key}`,
          field: far,
          label: `${name} › ${label(far)}`,
        }))
      : []
  const fields = own.flatMap((field) => [
    { path: field.key, field, label: label(field) },
    ...behind(field, label(field)),
    ...partsOf(field).flatMap((plain) => {
      const part = index.field(place, plain.key)?.field ?? plain
      const name = `${label(field)} › ${label(part)}`
      return [{ path: part.key, field: part, label: name }, ...behind(part, name)]
    }),
  ])
  return readerScope(index, place, fields, locale, titles.find)
}

/** The record around rows, and the row around those that stand in one. */
function aroundOf(renderer: Renderer, rows: Required<Place>, record: LabelledScope): Around {
  const $record = { scope: record, name: '' }
  const { form, lineItems } = placeAround(rows)
  if (!isInRows(rows) || lineItems === undefined) return { $record }
  const name = localize(renderer.index.field({ form }, lineItems)?.field.label, renderer.locale)
  return { $record, $parent: { scope: labelled(renderer, form, lineItems), name } }
}

function useRuleScopes(form: string) {
  const renderer = useRenderer()
  const t = useTexts()
  return useMemo(() => {
    const record = labelled(renderer, form, undefined)
    const facts = factFields(t)
    const words = {
      before: (label: string) => t('why.before', { label }),
      fact: (name: string, value: string) => factWord(renderer.index, renderer.locale, t, name, value),
    }
    return (rule: Rule) => {
      const { rows } = rule
      const base = rows === undefined ? record : labelled(renderer, form, rows)
      return ruleSentenceScope(
        base,
        aroundOf(renderer, { form, lineItems: rows ?? '' }, record),
        facts,
        words,
      )
    }
  }, [renderer, form, t])
}

interface Telling {
  readonly renderer: Renderer
  readonly form: string
  readonly format: (field: Field, value: JsonValue | undefined) => string
  readonly fact: (name: string, value: string) => string | undefined
  readonly words: { readonly yes: string; readonly no: string; readonly empty: string }
}

function fieldAt({ renderer, form }: Telling, rule: Rule, path: readonly string[]): Field | undefined {
  const [head] = path
  const bare = head === '$old' || head === '$record' || head === '$parent' ? path.slice(1) : path
  const row = rule.rows === undefined ? { form } : { form, lineItems: rule.rows }
  const around = head === '$record' ? { form } : row
  return renderer.index.field(head === '$parent' ? placeAround(row) : around, bare.join('.'))?.field
}

function readInput(data: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  const whole = path.join('.')
  if (Object.hasOwn(data, whole)) return data[whole]
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    data,
  )
}

function tellInput(telling: Telling, rule: Rule, path: readonly string[], value: unknown): string {
  const { words, fact, format } = telling
  if (value === null || value === undefined || value === '') return words.empty
  const field = fieldAt(telling, rule, path)
  if (field !== undefined) return format(field, value as JsonValue)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const list = Array.isArray(value) ? value : [value]
  const said = list.map((one) => fact(path[0] ?? '', String(one)) ?? String(one))
  return listed(said, telling.renderer.locale) || words.empty
}

function explain(
  telling: Telling,
  reason: RuleReason,
  scope: LabelledScope,
  locale: Locale,
  at: number,
): Explanation {
  const { rule, effect, acts, sites } = reason
  const data = sites[0]?.data ?? {}
  const shown = acts === 'unknown' ? [] : dependencies(rule.when)
  return {
    key: `${rule.key}-${at}`,
    rule: localize(rule.label, locale) || rule.key,
    effect: `why.${effect.type}`,
    acts,
    sentence: acts === 'unknown' ? '' : describeCondition(rule.when, scope, locale),
    rows:
      acts === true
        ? sites.flatMap(({ rows }) => (rows.length === 0 ? [] : [rows.map((row) => row + 1).join('.')]))
        : [],
    inputs: shown.map((path) => {
      const name = path.join('.')
      const label = scope.fields().find((field) => field.path.join('.') === name)?.label ?? name
      return { name, label, value: tellInput(telling, rule, path, readInput(data, path)) }
    }),
  }
}

/** Why a field is as it is: each rule about it with its condition and what that asks for, as it stands. */
export function useExplanations(form: string, derived: Derived, field: string): readonly Explanation[] {
  const renderer = useRenderer()
  const format = useFormat()
  const t = useTexts()
  const scopeOf = useRuleScopes(form)
  const { locale } = renderer
  const telling: Telling = {
    renderer,
    form,
    format,
    fact: (name, value) => factWord(renderer.index, locale, t, name, value),
    words: { yes: t('value.yes'), no: t('value.no'), empty: t('value.empty') },
  }
  return ruleReasons(derived.ruled.subject, field).map((reason, at) =>
    explain(telling, reason, scopeOf(reason.rule), locale, at),
  )
}
