import type {
  AppDefinition,
  Conversion,
  Dashboard,
  Field,
  Form,
  Option,
  OptionSet,
  RelationField,
  RelationsField,
  Report,
  Role,
  View,
  Workflow,
} from '@pipewright/schemas'
import { shownFields } from './shown-field.ts'
import { optionFinder, sourceFinder } from './source-field.ts'
import { partNamed, relationsIn } from './field-parts.ts'
import { fieldsAt, findField, rowsPlace, type FoundField, type Place } from './find-field.ts'

export interface RelationSite extends Place {
  field: RelationField
}

/** A field that refers to any number of records. */
export interface LinkSite {
  form: string
  field: RelationsField
}

/** Quick answers about one definition. */
export interface DefinitionIndex {
  readonly definition: AppDefinition
  form(key: string): Form | undefined
  optionSet(key: string): OptionSet | undefined
  view(key: string): View | undefined
  workflow(key: string): Workflow | undefined
  report(key: string): Report | undefined
  dashboard(key: string): Dashboard | undefined
  role(key: string): Role | undefined
  /** Fields of a form, or the columns of one of its line items fields ("items", or "items.parts" inside its rows). */
  fieldsOf(form: string, lineItems?: string): readonly Field[]
  /** What a path leads to: over relations, into line items, to system fields. `from` may be a form's key. */
  field(from: string | Place, path: string): FoundField | undefined
  /** Forms of a relation to any of several. Options of a choice field, own or shared, or of the field whose values a calculated one shows; else empty. */
  options(field: Field): readonly Option[]
  /** The field that holds what a calculated field shows, however many lookups lie between; undefined for other fields. */
  source(field: Field): FoundField | undefined
  /** A field that looks and is filtered like the values of this one: itself, unless it is calculated. */
  shown(field: Field): Field
  /** Relation fields anywhere that point to a form; of one to any of several, the part for that form. */
  relationsTo(form: string): readonly RelationSite[]
  /** Relations to many that point to a form. */
  linksTo(form: string): readonly LinkSite[]
  viewsOf(form: string): readonly View[]
  workflowsOf(form: string): readonly Workflow[]
  reportsOf(form: string): readonly Report[]
  conversionsOf(form: string): readonly Conversion[]
}

const byKey = <T extends { key: string }>(documents: readonly T[]): ReadonlyMap<string, T> =>
  new Map(documents.map((document) => [document.key, document]))

const byForm = <T extends { form: string }>(documents: readonly T[]): ReadonlyMap<string, T[]> =>
  Map.groupBy(documents, (document) => document.form)

function relationSites(forms: readonly Form[]): ReadonlyMap<string, RelationSite[]> {
  const sites: RelationSite[] = []
  const collect = (place: Place, fields: readonly Field[]): void => {
    for (const field of fields) {
      for (const relation of relationsIn([field]))
        sites.push({ ...place, field: relation === field ? relation : { ...relation, label: field.label } })
      if (field.type === 'lineItems') collect(rowsPlace(place, field.key), field.fields)
    }
  }
  for (const form of forms) collect({ form: form.key }, form.fields)
  return Map.groupBy(sites, (site) => site.field.form)
}

function linkSites(forms: readonly Form[]): ReadonlyMap<string, LinkSite[]> {
  const sites = forms.flatMap((form) =>
    form.fields.flatMap((field) => (field.type === 'relations' ? [{ form: form.key, field }] : [])),
  )
  return Map.groupBy(sites, (site) => site.field.form)
}

function buildIndex(definition: AppDefinition): DefinitionIndex {
  const forms = byKey(definition.forms)
  const optionSets = byKey(definition.optionSets)
  const views = byKey(definition.views)
  const workflows = byKey(definition.workflows)
  const reports = byKey(definition.reports)
  const dashboards = byKey(definition.dashboards)
  const roles = byKey(definition.roles)
  const relations = relationSites(definition.forms)
  const links = linkSites(definition.forms)
  const viewsByForm = byForm(definition.views)
  const workflowsByForm = byForm(definition.workflows)
  const reportsByForm = byForm(definition.reports)
  const field = (from: string | Place, path: string) =>
    findField(forms, typeof from === 'string' ? { form: from } : from, path)
  const source = sourceFinder(definition.forms, field)
  const own = optionFinder(optionSets, source)
  const options = (of: Field): readonly Option[] => own(partNamed(of, 'form', forms) ?? of)
  return {
    definition,
    form: (key) => forms.get(key),
    optionSet: (key) => optionSets.get(key),
    view: (key) => views.get(key),
    workflow: (key) => workflows.get(key),
    report: (key) => reports.get(key),
    dashboard: (key) => dashboards.get(key),
    role: (key) => roles.get(key),
    fieldsOf: (form, lineItems) => fieldsAt(forms.get(form), lineItems),
    field,
    options,
    source,
    shown: shownFields(options),
    relationsTo: (form) => relations.get(form) ?? [],
    linksTo: (form) => links.get(form) ?? [],
    viewsOf: (form) => viewsByForm.get(form) ?? [],
    workflowsOf: (form) => workflowsByForm.get(form) ?? [],
    reportsOf: (form) => reportsByForm.get(form) ?? [],
    conversionsOf: (form) => forms.get(form)?.conversions ?? [],
  }
}

const indexes = new WeakMap<AppDefinition, DefinitionIndex>()

/** The index of a definition; made once per definition object, which is never changed in place. */
export function indexDefinition(definition: AppDefinition): DefinitionIndex {
  const known = indexes.get(definition)
  if (known !== undefined) return known
  const index = buildIndex(definition)
  indexes.set(definition, index)
  return index
}
