import {
  columnOf,
  spelled,
  uniqueSites,
  type CompiledForm,
  type IndexKey,
  type UniqueSite,
} from '@pipewright/compiler'
import { evaluateCondition, type Data } from '@pipewright/logic'
import type { Statement } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { comparedSql, heldSql } from '../publish/index-sql.ts'
import { contextOf, type Scene } from './scene.ts'

type Values = Readonly<Record<string, unknown>>

/** Something that must not occur twice, ready to hold values against it. */
export interface UniqueKeys {
  readonly site: UniqueSite
  /** The values of a record as they are compared; undefined when the record is not. */
  keysOf(values: Values): string[] | undefined
  /** Which of these are there already, as `n` (from 1) with the `id` of the record; `except` is left out. */
  stored(schema: string, wanted: readonly (readonly string[])[], except?: string): Statement
}

function keyOf({ column, folded }: IndexKey, values: Values): string | undefined {
  const value = values[column]
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'string' || value === '') return undefined
  return folded === undefined ? value : spelled[folded](value)
}

function uniqueKeys(scene: Scene, form: CompiledForm, site: UniqueSite): UniqueKeys {
  const { index, fields, when } = site
  const context = contextOf(scene)
  const types = fields.map((field, position) =>
    index.keys[position]?.folded === undefined ? (columnOf(field)?.type ?? 'text') : 'text',
  )
  const named = types.map((_, position) => `k${position}`)
  // Long texts are compared in full; their hash only finds them.
  const equal = index.keys.flatMap((key, position) => {
    const { hashed: _, ...whole } = key.folded === 'hash' ? { ...key, folded: 'text' as const } : key
    const isHashed = key.folded === 'hash' || key.hashed === true
    const same = `${comparedSql(whole)} = w.k${position}`
    return isHashed ? [`${comparedSql(key)} = md5(w.k${position})`, same] : [same]
  })
  return {
    site,
    keysOf(values) {
      if (when !== undefined && !evaluateCondition(when, values as Data, context, form.scope))
        return undefined
      const keys = index.keys.map((key) => keyOf(key, values))
      return keys.every((key) => key !== undefined) ? keys : undefined
    },
    stored(schema, wanted, except) {
      const lists = types.map((type, position) => `$${position + 1}::${type}[]`)
      const other = except === undefined ? '' : ` and id <> $${types.length + 1}::uuid`
      const held = heldSql(index).replace(/^ where /, '')
      return {
        text: `select w.n::int as n, found.id from unnest(${lists.join(', ')}) with ordinality as w(${named.join(', ')}, n)
          cross join lateral (select id from ${quoteTable(schema, form.table)} where ${[held, ...equal].join(' and ')}${other} limit 1) as found`,
        values: [
          ...types.map((_, position) => wanted.map((keys) => keys[position])),
          ...(except === undefined ? [] : [except]),
        ],
      }
    },
  }
}

/** Everything that must not occur twice in a form; numbers the system draws need no look. */
export const uniqueKeysOf = (scene: Scene, form: CompiledForm): UniqueKeys[] =>
  uniqueSites(form.form)
    .filter(({ fields }) => !fields.some(({ type }) => type === 'autoNumber'))
    .map((site) => uniqueKeys(scene, form, site))
