import { localize } from '@pipewright/metadata'
import { Icon, PageHeader, useUiLocale } from '@pipewright/ui'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { BoardView } from './board-view.tsx'
import { chosenView, useListAddress } from './list-address.ts'
import { ListActions } from './list-actions.tsx'
import { standardView } from './standard-view.ts'
import { TableView } from './table-view.tsx'
import { ViewTabs } from './view-tabs.tsx'

/** The records of a form: its views as tabs, filter, and the table or board itself. */
export function ListPage() {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const { form: key = '' } = useParams()
  const [address, change] = useListAddress()
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  const title = form === undefined ? '' : localize(form.labelPlural, locale)
  useEffect(() => {
    document.title = `${title} · ${app.workspace.name}`
  }, [title, app.workspace.name])
  if (form === undefined || app.rights[key]?.read !== true) return <NotFoundPage />
  const saved = app.definition.views.filter((view) => view.form === key)
  const views = saved.length === 0 ? [standardView(form, text('table'))] : saved
  const view = chosenView(views, address.view)
  if (view === undefined) return <NotFoundPage />
  const props = { form, view, address, onAddress: change }
  return (
    <>
      <PageHeader
        title={title}
        mark={
          <Icon name={form.icon ?? 'form'} {...(form.color === undefined ? {} : { color: form.color })} />
        }
        actions={<ListActions {...props} />}
      />
      <ViewTabs
        views={views}
        chosen={view}
        deleted={address.deleted}
        onChoose={(view) => change({ view, deleted: false, filter: null, sort: null, columns: null })}
      />
      {view.type === 'board' && view.groupBy !== undefined && !address.deleted ? (
        <BoardView key={view.key} {...props} field={view.groupBy} />
      ) : (
        <TableView key={view.key} {...props} />
      )}
    </>
  )
}
