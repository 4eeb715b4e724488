import type { AppDefinition } from '@pipewright/schemas'
import {
  type DocumentKey,
  documentKinds,
  type Documents,
  documentsOf,
  listNames,
  withDocuments,
} from '../documents.ts'
import { insertAt } from '../lists.ts'
import { type Problem, problem } from '../problem.ts'
import { isSameJson } from '../same-json.ts'
import type { EditOf, EditSpec } from './edit-spec.ts'
import { restoreBetween } from './restore-between.ts'

interface Step<T> {
  index: number
  from: T | null
  to: T | null
}

function restoreList<T extends { key: string }>(list: readonly T[], steps: readonly Step<T>[]): T[] {
  const known = new Map(steps.map((step) => [(step.from ?? step.to)?.key, step]))
  const kept = list.flatMap((item) => {
    const step = known.get(item.key)
    if (step === undefined) return [item]
    return step.to === null ? [] : [step.to]
  })
  const added = steps.filter((step) => step.from === null)
  return added
    .toSorted((first, second) => first.index - second.index)
    .reduce((items, { index, to }) => (to === null ? items : insertAt(items, index, to)), kept)
}

/** A document that is not what it is said to be was changed by somebody else meanwhile. */
function checkList<T extends { key: string }>(
  list: readonly T[],
  steps: readonly Step<T>[],
  name: string,
): Problem[] {
  const now = new Map(list.map((item) => [item.key, item]))
  return steps.flatMap(({ from, to }, position) => {
    const key = (from ?? to)?.key ?? ''
    const isAsSaid = isSameJson(now.get(key) ?? null, from)
    return isAsSaid ? [] : [problem('changed-meanwhile', `/${name}/${position}`, { what: key })]
  })
}

/** Steps of one kind; the lists of the edit are named as those of the definition. */
const stepsOf = <K extends DocumentKey>(edit: EditOf<'restore'>, kind: K): Step<Documents[K]>[] =>
  (edit[listNames[kind]] ?? []) as readonly Step<Documents[DocumentKey]>[] as Step<Documents[K]>[]

const restoreKind = <K extends DocumentKey>(
  definition: AppDefinition,
  edit: EditOf<'restore'>,
  kind: K,
): AppDefinition => {
  const steps = stepsOf(edit, kind)
  if (steps.length === 0) return definition
  return withDocuments(definition, kind, restoreList(documentsOf(definition, kind), steps))
}

export const restore: EditSpec<EditOf<'restore'>> = {
  apply(definition, edit) {
    const problems = documentKinds.flatMap((kind) =>
      checkList(documentsOf(definition, kind), stepsOf(edit, kind), listNames[kind]),
    )
    if (edit.navigation !== undefined && !isSameJson(edit.navigation.from, definition.navigation))
      problems.push(problem('changed-meanwhile', '/navigation', { what: 'navigation' }))
    if (problems.length > 0) return { problems }
    const documents = documentKinds.reduce((last, kind) => restoreKind(last, edit, kind), definition)
    const unretire = new Set(edit.unretire)
    const result = {
      ...documents,
      navigation: edit.navigation?.to ?? definition.navigation,
      retired: [...definition.retired.filter((key) => !unretire.has(key)), ...(edit.retire ?? [])],
    }
    return { definition: result, inverse: [restoreBetween(result, definition)] }
  },
}
