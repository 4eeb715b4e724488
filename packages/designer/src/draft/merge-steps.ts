import { elementsOf, indexDefinition, mergeDefinitions } from '@pipewright/metadata'
import type { AppDefinition, Edit } from '@pipewright/schemas'
import { makeStep, type Step, type Unapplied } from './step.ts'

const byKey = <T extends { readonly key: string }>(list: readonly T[] | undefined, old: T): T =>
  list?.find(({ key }) => key === old.key) ?? old

/** An edit that replaces something whole, with what both sides made of it: the other's properties stay. */
function withBoth(edit: Edit, merged: AppDefinition): Edit {
  switch (edit.type) {
    case 'setField':
    case 'changeFieldType':
      return {
        ...edit,
        field: byKey(indexDefinition(merged).fieldsOf(edit.form, edit.lineItems), edit.field),
      }
    case 'setElement': {
      const form = indexDefinition(merged).form(edit.form)
      return { ...edit, element: byKey(form && elementsOf(form), edit.element) }
    }
    case 'putRule':
      return { ...edit, rule: byKey(indexDefinition(merged).form(edit.form)?.rules, edit.rule) }
    case 'putView':
      return { ...edit, view: byKey(merged.views, edit.view) }
    case 'putReport':
      return { ...edit, report: byKey(merged.reports, edit.report) }
    case 'putDashboard':
      return { ...edit, dashboard: byKey(merged.dashboards, edit.dashboard) }
    case 'putWorkflow':
      return { ...edit, workflow: byKey(merged.workflows, edit.workflow) }
    case 'putRole':
      return { ...edit, role: byKey(merged.roles, edit.role) }
    case 'putOptionSet':
      return { ...edit, optionSet: byKey(merged.optionSets, edit.optionSet) }
    default:
      return edit
  }
}

/**
 * Steps that were made on an older draft, on top of how it is now. A step that changes what was changed elsewhere too is
 * not applied over it but named, as is one that does not fit any more.
 */
export function mergeSteps(
  now: AppDefinition,
  steps: readonly Step[],
): {
  readonly definition: AppDefinition
  readonly kept: readonly Step[]
  readonly dropped: readonly Unapplied[]
} {
  let definition = now
  const kept: Step[] = []
  const dropped: Unapplied[] = []
  for (const step of steps) {
    const merged = mergeDefinitions(step.before, step.after, definition)
    const made =
      merged.conflicts.length > 0
        ? null
        : makeStep(
            definition,
            step.edits.map((edit) => withBoth(edit, merged.definition)),
          )
    if (made === null || 'problems' in made) dropped.push({ step, reason: null })
    else {
      kept.push(made.step)
      definition = made.step.after
    }
  }
  return { definition, kept, dropped }
}
