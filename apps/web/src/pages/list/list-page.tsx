import { localize } from '@pipewright/metadata'
import { Icon, PageHeader, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { FirstSteps } from '../../first-steps/first-steps.tsx'
import { FavouriteStar } from '../../places/favourite-star.tsx'
import { PageActions } from '../../shell/page-actions.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { RecalculationNotice } from '../recalculation-notice.tsx'
import { useListAddress } from './list-address.ts'
import { ListActions } from './list-actions.tsx'
import { useWarmForm } from './use-warm-form.ts'
import { viewPages } from './view-pages.ts'
import { ChangeBar } from './views/change-bar.tsx'
import { useListViews } from './views/use-list-views.ts'
import { ViewTabs } from './views/view-tabs.tsx'

const ForeignView = lazy(async () => ({
  default: (await import('./views/foreign-view.tsx')).ForeignView,
}))

/** The records of a form: its views as tabs, filter, and the table or board itself. */
export function ListPage() {
  const app = useWorkspace()
  const locale = useUiLocale()
  const { form: key = '' } = useParams()
  const [address, change] = useListAddress()
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  const title = form === undefined ? '' : localize(form.labelPlural, locale)
  usePageTitle(title)
  useWarmForm(app.definition, key)
  const { views, view, opens, foreign } = useListViews(form, address.view)
  if (form === undefined || app.rights[key]?.read !== true) return <NotFoundPage />
  if (view === undefined) return <RowsSkeleton />
  const props = { form, view, address, onAddress: change }
  const Page = viewPages[view.type]
  return (
    <>
      <FirstSteps />
      <PageHeader
        title={title}
        mark={<Icon name={form.icon ?? 'form'} />}
        actions={
          <>
            <FavouriteStar path={`/f/${key}`} />
            <PageActions>
              <ListActions {...props} />
            </PageActions>
          </>
        }
      />
      <RecalculationNotice form={key} />
      <ViewTabs views={views} chosen={view} opens={opens} />
      {foreign !== null && (
        <Suspense fallback={null}>
          <ForeignView key={foreign} id={foreign} />
        </Suspense>
      )}
      <ChangeBar {...props} />
      <Suspense fallback={<RowsSkeleton />}>
        <Page key={`${key}:${view.key}`} {...props} />
      </Suspense>
    </>
  )
}
