import type { App } from '@pipewright/contract'
import type { LocalizedText, NavigationItem } from '@pipewright/schemas'
import { viewIcons } from '@pipewright/renderer'
import { homeOf } from './first-page.ts'
import { workspacePath } from './workspace-context.ts'

export interface NavigationEntry {
  /** Below the workspace, or an address of the web. */
  readonly path: string
  readonly icon: string
  readonly label: LocalizedText
}
export interface NavigationGroupEntries {
  readonly key: string
  readonly label: LocalizedText
  readonly entries: readonly NavigationEntry[]
}

/** The whole address of an entry. */
export const addressOf = (app: App, path: string): string =>
  path.startsWith('/') ? workspacePath(app, path) : path

interface Opened {
  readonly path: string
  readonly icon: string
  readonly label: LocalizedText
}

/** What an entry opens, for who may see it. */
function openedBy(app: App, { type, key, url, label }: NavigationItem): Opened | undefined {
  const { forms, dashboards, views } = app.definition
  switch (type) {
    case 'form': {
      const form = forms.find((one) => one.key === key && app.rights[key]?.read === true)
      return form && { path: `/f/${key}`, icon: form.icon ?? 'form', label: form.labelPlural }
    }
    case 'dashboard': {
      const dashboard = dashboards.find((one) => one.key === key)
      return dashboard && { path: `/d/${key}`, icon: 'dashboard', label: dashboard.label }
    }
    case 'view': {
      const view = views.find((one) => one.key === key && app.rights[one.form]?.read === true)
      return view && { path: `/f/${view.form}?view=${key}`, icon: viewIcons[view.type], label: view.label }
    }
    case 'link':
      return url === undefined || label === undefined ? undefined : { path: url, icon: 'link', label }
  }
}

/** The builder's groups with what the member may open and is meant for his roles; forms that stand in no group come last. */
export function navigationGroups(app: App): NavigationGroupEntries[] {
  const { forms, navigation } = app.definition
  const home = homeOf(app)
  const isFor = (roles: readonly string[] | undefined) =>
    roles === undefined || roles.some((role) => app.member.roles.includes(role))
  const entryOf = (item: NavigationItem): NavigationEntry[] => {
    const opened = isFor(item.roles) ? openedBy(app, item) : undefined
    if (opened === undefined || (item.type === 'dashboard' && item.key === home)) return []
    return [{ path: opened.path, icon: item.icon ?? opened.icon, label: item.label ?? opened.label }]
  }
  const placed = new Set(navigation.flatMap(({ items }) => items.map(({ type, key }) => `${type}:${key}`)))
  const groups = navigation
    .filter(({ roles }) => isFor(roles))
    .map(({ key, label, items }) => ({ key, label, entries: items.flatMap(entryOf) }))
  const rest = forms
    .filter(({ key }) => !placed.has(`form:${key}`))
    .flatMap(({ key }) => entryOf({ type: 'form', key }))
  const others = { key: 'others', label: { en: 'Forms', zh: '表单' }, entries: rest }
  return [...groups, others].filter(({ entries }) => entries.length > 0)
}
