import type { AppDefinition, LocalizedText, View } from '@pipewright/schemas'
import { type DefinitionIndex, indexDefinition } from '../definition-index.ts'
import type { Segment } from '../pointer.ts'
import type { DocumentKind, PlacedExpression, Reference, Walk } from './reference.ts'
import { walkForm } from './walk-form.ts'
import { walkDashboard, walkReport } from './walk-report.ts'
import { walkNavigation, walkRole } from './walk-role.ts'
import { walkView } from './walk-view.ts'
import { walkWorkflow } from './walk-workflow.ts'

interface Collected {
  readonly found: Reference[]
  readonly expressions: PlacedExpression[]
}

function collect(definition: AppDefinition): Collected {
  const index = indexDefinition(definition)
  const found: Reference[] = []
  const expressions: PlacedExpression[] = []
  const each = <T extends { key: string; label: LocalizedText }>(
    list: readonly T[],
    place: { name: string; kind: DocumentKind },
    walkOne: (walk: Walk, document: T, at: readonly Segment[]) => void,
  ): void => {
    for (const [position, document] of list.entries()) {
      const { key, label } = document
      const walk = { index, document: { kind: place.kind, key }, label, found, expressions }
      walkOne(walk, document, [place.name, position])
    }
  }
  each(definition.forms, { name: 'forms', kind: 'form' }, walkForm)
  each(definition.views, { name: 'views', kind: 'view' }, walkView)
  each(definition.workflows, { name: 'workflows', kind: 'workflow' }, walkWorkflow)
  each(definition.reports, { name: 'reports', kind: 'report' }, walkReport)
  each(definition.dashboards, { name: 'dashboards', kind: 'dashboard' }, walkDashboard)
  each(definition.roles, { name: 'roles', kind: 'role' }, walkRole)
  each(definition.navigation, { name: 'navigation', kind: 'navigation' }, walkNavigation)
  return { found, expressions }
}

const known = new WeakMap<AppDefinition, Collected>()

function collected(definition: AppDefinition): Collected {
  const before = known.get(definition)
  if (before !== undefined) return before
  const found = collect(definition)
  known.set(definition, found)
  return found
}

/** Every mention of one part of the definition by another, in the order of the definition. */
export const references = (definition: AppDefinition): readonly Reference[] => collected(definition).found

/** Every condition, formula and assigned value of the definition, in its order. */
export const placedExpressions = (definition: AppDefinition): readonly PlacedExpression[] =>
  collected(definition).expressions

/** What a view that stands in no definition mentions; pointers lead into the view. */
export function referencesOfView(index: DefinitionIndex, view: View): readonly Reference[] {
  const { key, label } = view
  const walk: Walk = { index, document: { kind: 'view', key }, label, found: [], expressions: [] }
  walkView(walk, view, [])
  return walk.found
}
