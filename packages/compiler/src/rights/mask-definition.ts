import type { AppDefinition, Expression, Form, OptionSet, Report, Role, Workflow } from '@pipewright/schemas'
import { indexDefinition, valueFields } from '@pipewright/metadata'
import { maskForm } from './mask-form.ts'
import { maskView } from './mask-view.ts'
import { knows, maskScope, type MaskScope } from './mask-scope.ts'
import { maskDashboards, maskNavigation, type OpenPlaces } from './mask-places.ts'
import type { Rights } from './rights.ts'

type Values = Readonly<Record<string, Expression>> | undefined

function maskWorkflow(scope: MaskScope, workflow: Workflow): Workflow[] {
  const { form } = workflow
  if (!scope.form(form)) return []
  const mask = (values: Values) =>
    Object.fromEntries(
      Object.entries(values ?? {}).filter(
        ([key, value]) => knows(scope, form, key) && scope.expression(form, value),
      ),
    )
  const steps = workflow.steps.map((step) => {
    const { when, show, ...rest } = step
    return {
      ...rest,
      ...(when !== undefined && scope.expression(form, when) ? { when } : {}),
      ...(show === undefined ? {} : { show: show.filter((path) => scope.path(form, path)) }),
    }
  })
  const { when, onStart, onApproved, onRejected, onWithdrawn, ...rest } = workflow
  return [
    {
      ...rest,
      steps,
      ...(when !== undefined && scope.expression(form, when) ? { when } : {}),
      ...(onStart === undefined ? {} : { onStart: mask(onStart) }),
      ...(onApproved === undefined ? {} : { onApproved: mask(onApproved) }),
      ...(onRejected === undefined ? {} : { onRejected: mask(onRejected) }),
      ...(onWithdrawn === undefined ? {} : { onWithdrawn: mask(onWithdrawn) }),
    },
  ]
}

/** A report is shown in whole or not at all: a figure less would be another figure. */
function isOpenReport(scope: MaskScope, report: Report): boolean {
  const paths = [
    ...report.dimensions.map((dimension) => dimension.field),
    ...report.measures.flatMap((measure) => measure.field ?? []),
  ]
  return (
    scope.form(report.form) &&
    paths.every((path) => scope.path(report.form, path)) &&
    scope.expression(report.form, report.filter)
  )
}

function usedSets(forms: readonly Form[], sets: readonly OptionSet[]): OptionSet[] {
  const used = new Set(
    forms
      .flatMap((form) => form.fields.flatMap(valueFields))
      .flatMap((field) =>
        field.type === 'choice' || field.type === 'multiChoice' ? (field.optionSet ?? []) : [],
      ),
  )
  return sets.filter((set) => used.has(set.key))
}

/** Roles that workflows name keep their label; what they may do is for administrators. */
function namedRoles(workflows: readonly Workflow[], roles: readonly Role[]): Role[] {
  const named = new Set(
    workflows.flatMap((workflow) =>
      workflow.steps.flatMap(({ approver }) => (approver.type === 'role' ? [approver.role] : [])),
    ),
  )
  return roles.filter((role) => named.has(role.key)).map(({ key, label }) => ({ key, label, forms: [] }))
}

const masked = new WeakMap<Rights, AppDefinition>()

/** The definition as one reader may know it. Administrators get it as it is. */
export function maskDefinition(definition: AppDefinition, rights: Rights): AppDefinition {
  if (rights.admin) return definition
  const known = masked.get(rights)
  if (known !== undefined) return known
  const scope = maskScope(indexDefinition(definition), rights)
  const forms = definition.forms.filter((form) => scope.form(form.key)).map((form) => maskForm(scope, form))
  const workflows = definition.workflows.flatMap((workflow) => maskWorkflow(scope, workflow))
  const reports = definition.reports.filter((report) => isOpenReport(scope, report))
  const views = definition.views.flatMap((view) => maskView(scope, view))
  const keysOf = (documents: readonly { readonly key: string }[]) => new Set(documents.map(({ key }) => key))
  const open: OpenPlaces = {
    form: keysOf(forms),
    view: keysOf(views),
    report: keysOf(reports),
    dashboard: keysOf(
      definition.dashboards.filter(({ key }) => rights.dashboards === 'all' || rights.dashboards.has(key)),
    ),
  }
  const result: AppDefinition = {
    ...definition,
    forms,
    optionSets: usedSets(forms, definition.optionSets),
    views,
    workflows,
    reports,
    dashboards: maskDashboards(definition.dashboards, open, rights),
    roles: namedRoles(workflows, definition.roles),
    navigation: maskNavigation(definition.navigation, open, rights),
    retired: [],
  }
  masked.set(rights, result)
  return result
}
