import type { Form } from '@pipewright/schemas'
import { useFormViews, useLinkedView } from '../../../queries/views.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { standardView } from '../standard-view.ts'
import { asListView, openingView, orderedViews, type ListView } from './list-view.ts'

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
  const isNamed = named !== null && isId(named)
  const isTab = answer.data?.views.some(({ id }) => id === named) === true
  const linked = useLinkedView(app.workspace.key, isNamed && answer.isSuccess && !isTab ? named : null)
  if (form === undefined) return { views: [], view: undefined, opens: null, foreign: null }
  const saved = app.definition.views.filter((view) => view.form === key)
  const ofApp = saved.length === 0 ? [standardView(form, text('table'))] : saved
  // Who looks after what others share among themselves finds it beside his tabs while its link is open.
  const isManaged = linked.isSuccess && linked.data.may.manage && linked.data.form === key && !isTab
  const managed = isManaged ? [linked.data] : []
  const views = [...orderedViews(ofApp, answer.data), ...managed.map(asListView)]
  const meant = named === null ? undefined : views.find((view) => view.key === named)
  const isAsked = linked.isPending && linked.fetchStatus !== 'idle'
  const isOpen = meant === undefined && (answer.isPending || isAsked)
  return {
    views,
    view: isOpen ? undefined : (meant ?? openingView(views, answer.data?.opens)),
    opens: answer.data?.opens.own ?? null,
    foreign: isNamed && !isTab && !isOpen && !ofApp.some((view) => view.key === named) ? named : null,
  }
}
