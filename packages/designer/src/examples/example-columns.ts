import { askedOf, dependencies, isVolatile, type Expression, type LabelledScope } from '@pipewright/logic'
import {
  isCalculated,
  localize,
  placeAround,
  valueTypeOf,
  type DefinitionIndex,
  type Locale,
  type Place,
} from '@pipewright/metadata'
import type { ExampleValue, Field } from '@pipewright/schemas'
import { formulaAt } from '../formula/sample/needed-paths.ts'

/** One value that goes into each row. */
export interface ExampleColumn {
  /** How rows and expressions name it. */
  readonly name: string
  readonly label: string
  /** What its value is like. */
  readonly field: Field
  /** There are several: columns of line items, fields behind many relations. */
  readonly many: boolean
}

/** What every kind of example row has. */
export interface ExampleRow {
  readonly inputs: { readonly [name: string]: ExampleValue }
  readonly today?: string
  readonly now?: string
}

export interface ExampleSite {
  readonly index: DefinitionIndex
  readonly place: Place
  readonly scope: LabelledScope
  readonly locale: Locale
}

const clock = new Set(['$today', '$now'])

/** Every path that expressions read, through the formulas of the place, which are calculated. */
function readPaths({ index, place }: ExampleSite, expressions: readonly Expression[]): Set<string> {
  const found = new Set(expressions.flatMap((one) => [...askedOf(one)]))
  const seen = new Set<string>()
  const open = expressions.flatMap((one) => dependencies(one))
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const name = path.join('.')
    if (seen.has(name) || clock.has(name)) continue
    seen.add(name)
    const formula = formulaAt(index, place, path)
    if (formula === undefined) found.add(name)
    else {
      open.push(...dependencies(formula.expression))
      for (const asked of askedOf(formula.expression)) found.add(asked)
    }
  }
  return found
}

const bare = (key: string, label: Field['label']) => ({ key, label })

/** What is known beside fields, as fields that could hold it. */
function factField({ index }: ExampleSite, name: string): Field | undefined {
  const named = bare('fact', { en: name })
  switch (name) {
    case '$isNew':
      return { type: 'yesNo', ...named }
    case '$me':
      return { type: 'member', ...named }
    case '$department':
      return { type: 'department', ...named }
    case '$departments':
      return { type: 'departments', ...named }
    case '$team':
      return { type: 'members', ...named }
    case '$roles':
      return {
        type: 'multiChoice',
        ...named,
        options: index.definition.roles.map(({ key, label }) => ({ key, label })),
      }
    case '$device':
      return {
        type: 'choice',
        ...named,
        options: [
          { key: 'phone', label: { en: 'Phone', zh: '手机' } },
          { key: 'desktop', label: { en: 'Computer', zh: '电脑' } },
        ],
      }
    default:
      return undefined
  }
}

const factNames: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  $me: { en: 'Who asks', zh: '当前用户' },
  $department: { en: 'Department of who asks', zh: '当前用户的部门' },
  $departments: { en: 'Departments of who asks', zh: '当前用户的部门及下级' },
  $team: { en: 'Team of who asks', zh: '当前用户的团队' },
  $roles: { en: 'Roles of who asks', zh: '当前用户的角色' },
}

/** A field that holds what another shows: calculated ones like what they give, with the options of the draft. */
export function heldField(index: DefinitionIndex, field: Field): Field {
  const { key, label } = field
  const type = valueTypeOf(field)
  const scale = 'scale' in field && field.scale !== undefined ? { scale: field.scale } : {}
  if (type === 'choice' || type === 'multiChoice')
    return { type, key, label, options: [...index.options(field)] }
  if (!isCalculated(field)) return field
  if (type === 'relation') return { type, key, label, form: field.resultForm ?? '' }
  if (type === 'number' || type === 'percent') return { type, key, label, ...scale }
  return field
}

function columnOf(site: ExampleSite, name: string): ExampleColumn | undefined {
  const { index, place, scope, locale } = site
  const [head = '', ...rest] = name.split('.')
  const fact = factField(site, name)
  const around = head === '$parent' ? placeAround(place) : { form: place.form }
  const of = head === '$record' || head === '$parent' ? around : place
  const path = of !== place || head === '$old' ? rest.join('.') : name
  const found = fact === undefined ? index.field(of, path) : undefined
  const field = fact ?? found?.field
  if (field === undefined) return undefined
  const offered = scope.fields().find((one) => one.path.join('.') === name)?.label
  const label = offered ?? factNames[name]?.[locale] ?? (localize(field.label, locale) || name)
  return { name, label, field: heldField(index, field), many: found?.list === true }
}

/** The columns of an example table: what the expressions read, then what the rows give besides. */
export function exampleColumns(
  site: ExampleSite,
  expressions: readonly Expression[],
  rows: readonly ExampleRow[],
): readonly ExampleColumn[] {
  const names = readPaths(site, expressions)
  for (const { inputs } of rows) for (const name of Object.keys(inputs)) names.add(name)
  return [...names].flatMap((name) => columnOf(site, name) ?? [])
}

/** Whether one of the expressions, or a formula that it reads, is of a kind. */
function someIs(
  { index, place }: ExampleSite,
  expressions: readonly Expression[],
  isOne: (expression: Expression) => boolean,
): boolean {
  const seen = new Set<string>()
  const open = [...expressions]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isOne(next)) return true
    for (const path of dependencies(next)) {
      const formula = formulaAt(index, place, path)
      if (formula === undefined || seen.has(formula.key)) continue
      seen.add(formula.key)
      open.push(formula.expression)
    }
  }
  return false
}

/** Whether a row must say which day it is. */
export const asksForDay = (site: ExampleSite, expressions: readonly Expression[]): boolean =>
  someIs(site, expressions, isVolatile)

function namesMoment(expression: Expression): boolean {
  if (Array.isArray(expression)) return expression.some(namesMoment)
  if (typeof expression !== 'object' || expression === null) return false
  const isOne = ([name, given]: [string, Expression]) =>
    name === 'now' || (name === 'var' && given === '$now') || namesMoment(given)
  return Object.entries(expression).some(isOne)
}

/** Whether a row can also say which moment it is. */
export const asksForMoment = (site: ExampleSite, expressions: readonly Expression[]): boolean =>
  someIs(site, expressions, namesMoment)
