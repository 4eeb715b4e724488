import type {
  AppDefinition,
  Dashboard,
  Form,
  OptionSet,
  Report,
  Role,
  View,
  Workflow,
} from '@pipewright/schemas'

/** The kinds of documents that a definition lists by key, and what their lists are called. */
export interface Documents {
  form: Form
  optionSet: OptionSet
  view: View
  workflow: Workflow
  report: Report
  dashboard: Dashboard
  role: Role
}

export type DocumentKey = keyof Documents

/** Name of the list that holds a kind. */
export type ListName = 'forms' | 'optionSets' | 'views' | 'workflows' | 'reports' | 'dashboards' | 'roles'

export const listNames: { readonly [K in DocumentKey]: ListName } = {
  form: 'forms',
  optionSet: 'optionSets',
  view: 'views',
  workflow: 'workflows',
  report: 'reports',
  dashboard: 'dashboards',
  role: 'roles',
}

export const documentKinds = Object.keys(listNames) as readonly DocumentKey[]

/** The documents of a kind, in order. */
export function documentsOf<K extends DocumentKey>(
  definition: AppDefinition,
  kind: K,
): readonly Documents[K][] {
  // The table above says which list holds which kind; the compiler cannot follow it through a variable.
  return definition[listNames[kind]] as readonly Document[] as readonly Documents[K][]
}

export type Document = Documents[DocumentKey]

export function withDocuments<K extends DocumentKey>(
  definition: AppDefinition,
  kind: K,
  documents: readonly Documents[K][],
): AppDefinition {
  return { ...definition, [listNames[kind]]: documents }
}
