import type { TableSettings, View } from '@pipewright/schemas'
import { readQuickFilters, readRowColors } from './read-conditions.ts'

/** All that is chosen of a list, whoever keeps it: the builder, a member, or the address. */
export type ListSettings = Pick<View, 'columns' | 'filter' | 'sort' | 'table'>

type Tests = { readonly [P in keyof TableSettings]-?: (value: unknown) => TableSettings[P] }

const buckets = ['day', 'week', 'month', 'quarter', 'year'] as const
const functions = ['sum', 'avg', 'min', 'max', 'count'] as const
const densities = ['compact', 'normal', 'roomy'] as const
const most = { frozen: 10, groups: 3, summaries: 20, columns: 1000 }

const oneOf = <const T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((each) => each === value)
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const objects = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : [])
const filled = <T>(list: readonly T[], count: number): T[] | undefined =>
  list.length === 0 ? undefined : list.slice(0, count)

function groupsOf(value: unknown): TableSettings['groups'] {
  if (!Array.isArray(value)) return undefined
  // An empty list says that the groups of the view are not wanted.
  return objects(value)
    .flatMap(({ field, bucket, direction }) => {
      if (typeof field !== 'string') return []
      const period = oneOf(buckets, bucket)
      return [
        {
          field,
          ...(period === undefined ? {} : { bucket: period }),
          ...(direction === 'desc' ? { direction: 'desc' as const } : {}),
        },
      ]
    })
    .slice(0, most.groups)
}

function summariesOf(value: unknown): TableSettings['summaries'] {
  if (!Array.isArray(value)) return undefined
  return objects(value)
    .flatMap(({ field, function: name }) => {
      const known = oneOf(functions, name)
      return typeof field === 'string' && known !== undefined ? [{ field, function: known }] : []
    })
    .slice(0, most.summaries)
}

/** What a member can change of a table. */
const readers: Tests = {
  frozen: (value) =>
    Number.isInteger(value) ? Math.max(0, Math.min(most.frozen, value as number)) : undefined,
  wrap: (value) =>
    Array.isArray(value)
      ? value.filter((path) => typeof path === 'string').slice(0, most.columns)
      : undefined,
  density: (value) => oneOf(densities, value),
  widths: (value) =>
    filled(
      objects(value).flatMap(({ field, width }) =>
        typeof field === 'string' && typeof width === 'number'
          ? [{ field, width: Math.max(64, Math.min(800, Math.round(width))) }]
          : [],
      ),
      most.columns,
    ),
  groups: groupsOf,
  summaries: summariesOf,
  rowColors: readRowColors,
  quickFilters: readQuickFilters,
}

/** Settings of a table out of something that was stored or typed somewhere: what does not fit is left out. */
export function readTable(value: unknown): TableSettings | null {
  if (!isObject(value)) return null
  const entries = Object.entries(readers).flatMap(([name, read]) => {
    const found = value[name] === undefined ? undefined : read(value[name])
    return found === undefined ? [] : [[name, found] as const]
  })
  return entries.length === 0 ? null : (Object.fromEntries(entries) as TableSettings)
}

/** The settings in force: those of the view, and over them what was chosen. */
export const settingsOver = (...layers: readonly (TableSettings | null | undefined)[]): TableSettings =>
  Object.assign({}, ...layers) as TableSettings
