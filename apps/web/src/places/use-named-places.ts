import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { fixedPages } from '../shell/fixed-pages.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import type { Place } from './place.ts'

export interface NamedPlace {
  readonly path: string
  readonly icon: string
  readonly title: string
  /** What it is: the form of a record or of a view. */
  readonly of: string
}

const below = /^\/f\/([a-z0-9_]+)(?:\/[^?]+|\?view=(.+))?$/

/** What places are called now; what is not there any more is left out. */
export function useNamedPlaces(): (places: readonly Place[]) => readonly NamedPlace[] {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const { forms, views, dashboards } = app.definition
  const named = ({ path, title }: Place): NamedPlace | undefined => {
    const board = dashboards.find(({ key }) => path === `/d/${key}`)
    if (board !== undefined) return { path, icon: 'dashboard', title: localize(board.label, locale), of: '' }
    const [isBelow, key, viewKey] = below.exec(path) ?? []
    if (isBelow === undefined) {
      const page = fixedPages(app, text).find((one) => one.path === path)
      return page && { ...page, of: '' }
    }
    const form = forms.find((one) => one.key === key)
    if (form === undefined || app.rights[form.key]?.read !== true) return undefined
    const icon = form.icon ?? 'form'
    if (title !== null)
      return {
        path,
        icon,
        title,
        of: localize(viewKey === undefined ? form.label : form.labelPlural, locale),
      }
    const view = viewKey === undefined ? form : views.find((one) => one.key === viewKey && one.form === key)
    if (view === undefined) return undefined
    const label = 'labelPlural' in view ? view.labelPlural : view.label
    return {
      path,
      icon,
      title: localize(label, locale),
      of: view === form ? '' : localize(form.labelPlural, locale),
    }
  }
  return (places) => places.flatMap((place) => named(place) ?? [])
}
