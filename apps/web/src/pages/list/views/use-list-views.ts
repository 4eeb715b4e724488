import type { Form } from '@pipewright/schemas'
import { useFormViews } from '../../../queries/views.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { standardView } from '../standard-view.ts'
import { openingView, orderedViews, type ListView } from './list-view.ts'

const isId = (key: string): boolean => key.includes('-')

export interface ListViews {
  readonly views: readonly ListView[]
  /** The view to show; undefined while it is not known yet. */
  readonly view: ListView | undefined
  readonly opens: string | null
  /** The address names a view that is not among the tabs. */
  readonly foreign: string | null
}

/** The views of a form that this member finds, and which of them the address means. */
export function useListViews(form: Form | undefined, named: string | null): ListViews {
  const app = useWorkspace()
  const text = useText()
  const key = form?.key ?? ''
  const answer = useFormViews(app.workspace.key, key, app.rights[key]?.read === true)
  if (form === undefined) return { views: [], view: undefined, opens: null, foreign: null }
  const saved = app.definition.views.filter((view) => view.form === key)
  const ofApp = saved.length === 0 ? [standardView(form, text('table'))] : saved
  const views = orderedViews(ofApp, answer.data)
  const meant = named === null ? undefined : views.find((view) => view.key === named)
  const isOpen = meant === undefined && answer.isPending
  return {
    views,
    view: isOpen ? undefined : (meant ?? openingView(views, answer.data?.opens)),
    opens: answer.data?.opens.own ?? null,
    foreign: named !== null && isId(named) && meant === undefined && !isOpen ? named : null,
  }
}
