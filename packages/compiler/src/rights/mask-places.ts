import type { Dashboard, NavigationGroup, Shortcut, Widget } from '@pipewright/schemas'
import type { Rights } from './rights.ts'

/** Keys of what a reader may open. */
export interface OpenPlaces {
  readonly form: ReadonlySet<string>
  readonly view: ReadonlySet<string>
  readonly report: ReadonlySet<string>
  readonly dashboard: ReadonlySet<string>
}

const isOpen = (open: OpenPlaces, rights: Rights, { type, key }: Shortcut): boolean =>
  type === 'create' ? rights.forms[key]?.create === true : open[type].has(key)

function maskWidget(open: OpenPlaces, rights: Rights, widget: Widget): Widget[] {
  const { report, view, shortcuts } = widget
  if (report !== undefined && !open.report.has(report)) return []
  if (view !== undefined && !open.view.has(view)) return []
  if (shortcuts === undefined) return [widget]
  const left = shortcuts.filter((shortcut) => isOpen(open, rights, shortcut))
  return left.length === 0 ? [] : [{ ...widget, shortcuts: left }]
}

/** The dashboards somebody sees, with those of their parts that show something he may see. */
export const maskDashboards = (
  dashboards: readonly Dashboard[],
  open: OpenPlaces,
  rights: Rights,
): Dashboard[] =>
  dashboards
    .filter(({ key }) => open.dashboard.has(key))
    .map((dashboard) => ({
      ...dashboard,
      widgets: dashboard.widgets.flatMap((widget) => maskWidget(open, rights, widget)),
    }))

const isFor = (roles: readonly string[] | undefined, rights: Rights): boolean =>
  roles === undefined || roles.some((role) => rights.roles.has(role))

/** The entries that lead somewhere for the reader and are meant for one of his roles; which these are is not told. */
export const maskNavigation = (
  groups: readonly NavigationGroup[],
  open: OpenPlaces,
  rights: Rights,
): NavigationGroup[] =>
  groups
    .filter(({ roles }) => isFor(roles, rights))
    .map(({ roles: _roles, ...group }) => ({
      ...group,
      items: group.items
        .filter(({ type, key, roles }) => isFor(roles, rights) && (type === 'link' || open[type].has(key)))
        .map(({ roles: _roles, ...item }) => item),
    }))
    .filter(({ items }) => items.length > 0)
