import { analyse } from '../analyse.ts'
import type { Expression } from '../expression.ts'
import { findLimitProblem } from '../limits.ts'
import type { Scope } from '../scope.ts'
import type { OperationNode, TypedNode } from '../typed-node.ts'
import { isTruthy } from '../value.ts'
import { positionOrder, readAtom, tidy } from './atom.ts'
import { complement, hasValues, intersect } from './region.ts'
import type { Region } from './region.ts'

/** `unknown` means only that it could not be told. */
export type Verdict = 'never' | 'always' | 'unknown'

/** One condition on a field, or one that is only known to hold or not. */
type Part =
  | { readonly field: string; readonly relative: boolean; readonly dense: boolean; readonly region: Region }
  | { readonly opaque: string; readonly holds: boolean }

/** Parts that hold together; several of these are alternatives. */
type Case = readonly Part[]

/** Beyond this many alternatives nothing is claimed. */
const MOST_CASES = 256

class TooManyCases extends Error {}

function all(cases: readonly (readonly Case[])[]): Case[] {
  return cases.reduce<Case[]>(
    (sofar, next) => {
      if (sofar.length * next.length > MOST_CASES) throw new TooManyCases()
      return sofar.flatMap((one) => next.map((other) => [...one, ...other]))
    },
    [[]],
  )
}

function any(cases: readonly (readonly Case[])[]): Case[] {
  const flat = cases.flat()
  if (flat.length > MOST_CASES) throw new TooManyCases()
  return flat
}

function keyOf(node: TypedNode): string {
  return JSON.stringify(node, (name, value: unknown) =>
    name === 'pointer' || name === 'type' ? undefined : value,
  )
}

function opaque(node: TypedNode, holds: boolean): Case[] {
  return [[{ opaque: keyOf(node), holds }]]
}

function readPart(node: OperationNode, holds: boolean): Case[] {
  const negated = { ne: 'eq', notIn: 'in', notEmpty: 'isEmpty' }[node.name]
  if (negated !== undefined) return readPart({ ...node, name: negated }, !holds)
  const atom = readAtom(node)
  if (!atom) return opaque(node, holds)
  const dense = node.args.some((arg) => arg.kind === 'path' && arg.type.kind === 'number')
  const { field, relative } = atom
  const exact = tidy(atom.region, dense)
  const region = tidy(holds ? exact : complement(exact, positionOrder), dense)
  return [[{ field, relative, dense, region }]]
}

function casesOfChoice(args: readonly TypedNode[], holds: boolean): Case[] {
  const [condition, then, ...rest] = args
  if (!condition) return holds ? [] : [[]]
  if (!then) return casesOf(condition, holds)
  return any([
    all([casesOf(condition, true), casesOf(then, holds)]),
    all([casesOf(condition, false), casesOfChoice(rest, holds)]),
  ])
}

/** The alternatives in which a condition holds, or does not hold; never fewer than there are. */
function casesOf(node: TypedNode, holds: boolean): Case[] {
  if (node.kind === 'literal') return isTruthy(node.value) === holds ? [[]] : []
  if (node.kind === 'path' && node.type.kind === 'boolean' && !node.path[0]?.startsWith('$')) {
    const region: Region = { kind: 'texts', only: true, texts: new Set(['true']), empty: false }
    const part = holds ? region : complement(region, positionOrder)
    return [[{ field: node.path.join('.'), relative: false, dense: true, region: part }]]
  }
  if (node.kind !== 'operation') return opaque(node, holds)
  const { name, args } = node
  if (name === '!' && args[0]) return casesOf(args[0], !holds)
  if (name === 'and' || name === 'or') {
    const cases = args.map((arg) => casesOf(arg, holds))
    return (name === 'and') === holds ? all(cases) : any(cases)
  }
  if (name === 'if') return casesOfChoice(args, holds)
  return readPart(node, holds)
}

/** True when the parts contradict one another. */
function isContradiction(parts: Case): boolean {
  const facts = new Map<string, boolean>()
  const regions = new Map<string, Region>()
  for (const part of parts) {
    if ('opaque' in part) {
      if (facts.get(part.opaque) === !part.holds) return true
      facts.set(part.opaque, part.holds)
      continue
    }
    const name = `${part.relative ? 'today:' : 'value:'}${part.field}`
    const known = regions.get(name)
    const both = known ? intersect(known, part.region, positionOrder) : part.region
    // Different kinds of values for one field cannot come from a checked condition: nothing is claimed then.
    if (both) regions.set(name, tidy(both, part.dense))
  }
  return [...regions].some(([name, region]) => {
    const field = name.slice(name.indexOf(':') + 1)
    const other = regions.get(name.startsWith('today:') ? `value:${field}` : `today:${field}`)
    const canBeEmpty = region.empty && (other?.empty ?? true)
    return !hasValues(region) && !canBeEmpty
  })
}

function isImpossible(node: TypedNode, holds: boolean): boolean {
  try {
    return casesOf(node, holds).every(isContradiction)
  } catch (error) {
    if (error instanceof TooManyCases) return false
    throw error
  }
}

/**
 * Finds conditions that can never hold (`a = 1 and a = 2`, contradictory ranges, empty lists) and such that always do.
 * It claims only what is so for every record; what it cannot tell is `unknown`. The scope gives the types.
 */
export function analyseCondition(condition: Expression, scope: Scope): Verdict {
  if (findLimitProblem(condition)) return 'unknown'
  const { node, problems } = analyse(condition, scope)
  if (problems.length > 0) return 'unknown'
  if (isImpossible(node, true)) return 'never'
  return isImpossible(node, false) ? 'always' : 'unknown'
}

/** False only when no record can meet both conditions. */
export function canHoldTogether(first: Expression, second: Expression, scope: Scope): boolean {
  return analyseCondition({ and: [first, second] }, scope) !== 'never'
}
