import type { RollupField } from '@pipewright/schemas'
import {
  dependencies,
  evaluateCondition,
  addDecimals,
  compareDecimals,
  type EvaluationContext,
} from '@pipewright/logic'
import { scaleOf, valueKindOf } from '@pipewright/metadata'
import type { CompiledApp } from '../../app/compile-app.ts'
import type { CompiledForm } from '../../app/compiled-form.ts'
import type { Dependent } from '../../app/dependents.ts'
import { valueAt } from '../record-ref.ts'
import { sameValue, type RecordValues } from '../value.ts'

/** A record before and after a change; null while it is not there or deleted. */
export interface RecordStates {
  readonly before: RecordValues | null
  readonly after: RecordValues | null
}

/** How the stored value of a rollup follows without looking at the records it sums up. */
export type RollupMove =
  | { readonly type: 'same' }
  | { readonly type: 'add'; readonly by: string }
  /** The largest (smallest) of the values that came and of those that went. */
  | { readonly type: 'extreme'; readonly came: string | null; readonly gone: string | null }

/** By target record, then by rollup; a rollup that is missing has to be taken anew. */
export type RollupMoves = ReadonlyMap<string, ReadonlyMap<string, RollupMove>>

/** What a rollup says of itself, found out once for all changes that it follows. */
interface Known {
  /** The part of a record in it can be told from the record's own stored values alone. */
  readonly isSelfContained: boolean
  /** Fields of the record that it reads. */
  readonly read: readonly string[]
}

const known = new WeakMap<CompiledForm, WeakMap<RollupField, Known>>()

function knownOf(source: CompiledForm, rollup: RollupField): Known {
  const rollups = known.get(source) ?? new WeakMap<RollupField, Known>()
  known.set(source, rollups)
  const found = rollups.get(rollup)
  if (found !== undefined) return found
  const filtered = dependencies(rollup.filter ?? null)
  const stored = new Set(source.stored.map(({ key }) => key))
  const own = [...filtered, ...(rollup.field === undefined ? [] : [[rollup.field]])]
  const made: Known = {
    isSelfContained: own.every(([key = '', ...rest]) => rest.length === 0 && stored.has(key)),
    read: [
      rollup.relation?.split('.')[0] ?? '',
      ...filtered.map(([key = '']) => key),
      ...[rollup.field, rollup.orderBy?.field].flatMap((key) => key ?? []),
    ],
  }
  rollups.set(rollup, made)
  return made
}

const isUntouched = ({ read }: Known, states: readonly RecordStates[]): boolean =>
  states.every(
    ({ before, after }) =>
      before !== null &&
      after !== null &&
      read.every((key) => sameValue(before[key] ?? null, after[key] ?? null)),
  )

const isNotFiner = (source: CompiledForm, rollup: RollupField): boolean => {
  const measured = source.fields.get(rollup.field ?? '')
  return measured !== undefined && scaleOf(measured) <= scaleOf(rollup)
}

/** The records that a relation of a record names. */
export function namedBy(values: RecordValues | null, relation: string): readonly string[] {
  const named = values === null ? null : valueAt(values, relation)
  if (typeof named === 'string') return [named]
  return Array.isArray(named) ? (named as readonly unknown[]).filter((id) => typeof id === 'string') : []
}

interface Part {
  readonly source: CompiledForm
  readonly rollup: RollupField
  readonly target: string
  readonly context: EvaluationContext
}

/** The values that a state of a record brings into the rollup of a target: none, or one. */
function partOf(
  { source, rollup, target, context }: Part,
  values: RecordValues | null,
): readonly (string | null)[] {
  if (values === null || !namedBy(values, rollup.relation ?? '').includes(target)) return []
  const { filter, field } = rollup
  if (filter !== undefined && !evaluateCondition(filter, values, context, source.scope)) return []
  const value = field === undefined ? null : values[field]
  return [typeof value === 'string' ? value : null]
}

const negative = (value: string): string => (value.startsWith('-') ? value.slice(1) : `-${value}`)

function outermost(
  values: readonly string[],
  isAfter: (one: string, other: string) => boolean,
): string | null {
  return values.reduce<string | null>(
    (best, value) => (best === null || isAfter(value, best) ? value : best),
    null,
  )
}

function moveOf(part: Part, states: readonly RecordStates[]): RollupMove | undefined {
  const { rollup, source } = part
  const own = knownOf(source, rollup)
  if (isUntouched(own, states)) return { type: 'same' }
  if (!own.isSelfContained) return undefined
  const came = states.flatMap(({ after }) => partOf(part, after))
  const gone = states.flatMap(({ before }) => partOf(part, before))
  const filled = (values: readonly (string | null)[]) => values.flatMap((value) => value ?? [])
  switch (rollup.function) {
    case 'count':
      return { type: 'add', by: String(came.length - gone.length) }
    case 'sum':
      if (!isNotFiner(source, rollup)) return undefined
      return { type: 'add', by: addDecimals('0', ...filled(came), ...filled(gone).map(negative)) }
    case 'min':
    case 'max': {
      const measured = source.fields.get(rollup.field ?? '')
      if (measured === undefined) return undefined
      const isNumber = valueKindOf(measured) === 'number'
      if (isNumber && !isNotFiner(source, rollup)) return undefined
      const compare = (one: string, other: string) =>
        isNumber ? compareDecimals(one, other) : Number(one > other) - Number(one < other)
      const isAfter = (one: string, other: string) =>
        rollup.function === 'max' ? compare(one, other) > 0 : compare(one, other) < 0
      const [up, down] = [outermost(filled(came), isAfter), outermost(filled(gone), isAfter)]
      const isCovered = down === null || (up !== null && !isAfter(down, up))
      return { type: 'extreme', came: up, gone: isCovered ? null : down }
    }
    default:
      return undefined
  }
}

/**
 * How the rollups of the records that these name, before or after, follow their change. Each of the records is locked by
 * its writer, so what it brought in before is what lies stored, and additions from several writers add up in any order.
 */
export function rollupMoves(
  app: CompiledApp,
  dependent: Dependent,
  states: readonly RecordStates[],
  context: EvaluationContext,
): RollupMoves {
  const { relation } = dependent
  const source = app.form(dependent.source)
  if (relation === undefined || source === undefined) return new Map()
  const namedIn = ({ before, after }: RecordStates) => [
    ...namedBy(before, relation),
    ...namedBy(after, relation),
  ]
  // What is summed up by another relation, or is not of these records at all, only leans on what follows them.
  const rollups = dependent.rollups.filter((one) => one.form === source.key && one.relation === relation)
  const concerning = new Map<string, RecordStates[]>()
  for (const each of states)
    for (const target of new Set(namedIn(each))) {
      const own = concerning.get(target) ?? []
      own.push(each)
      concerning.set(target, own)
    }
  return new Map(
    [...concerning].map(([target, own]) => {
      const moves = rollups.flatMap((rollup) => {
        const move = moveOf({ source, rollup, target, context }, own)
        return move === undefined ? [] : [[rollup.key, move] as const]
      })
      return [target, new Map(moves)]
    }),
  )
}
