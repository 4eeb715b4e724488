import type { App } from '@pipewright/contract'
import type { LocalizedText } from '@pipewright/schemas'

export interface NavigationEntry {
  readonly path: string
  readonly icon: string
  readonly label: LocalizedText
}
export interface NavigationGroupEntries {
  readonly key: string
  readonly label: LocalizedText
  readonly entries: readonly NavigationEntry[]
}

/** The builder's groups with what the member may open; forms that stand in no group come last. */
export function navigationGroups(app: App): NavigationGroupEntries[] {
  const { forms, dashboards, navigation } = app.definition
  const placed = new Set(navigation.flatMap((group) => group.items.map((item) => `${item.type}:${item.key}`)))
  const formEntry = (key: string): NavigationEntry[] => {
    const form = forms.find((candidate) => candidate.key === key)
    if (form === undefined || app.rights[key]?.read !== true) return []
    return [{ path: `/f/${key}`, icon: form.icon ?? 'form', label: form.labelPlural }]
  }
  const dashboardEntry = (key: string): NavigationEntry[] => {
    const dashboard = dashboards.find((candidate) => candidate.key === key)
    return dashboard === undefined ? [] : [{ path: `/d/${key}`, icon: 'dashboard', label: dashboard.label }]
  }
  const groups = navigation.map((group) => ({
    key: group.key,
    label: group.label,
    entries: group.items.flatMap((item) =>
      item.type === 'form' ? formEntry(item.key) : dashboardEntry(item.key),
    ),
  }))
  const rest = forms.filter((form) => !placed.has(`form:${form.key}`)).flatMap((form) => formEntry(form.key))
  const others = { key: 'others', label: { en: 'Forms', zh: '表单' }, entries: rest }
  return [...groups, others].filter((group) => group.entries.length > 0)
}
