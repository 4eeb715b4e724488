import { localize } from '@pipewright/metadata'
import { DashboardGrid } from '@pipewright/renderer'
import { EmptyState, Icon, PageHeader, useUiLocale } from '@pipewright/ui'
import { useParams } from 'react-router'
import { FavouriteStar } from '../../places/favourite-star.tsx'
import { homeOf } from '../../shell/first-page.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { HomeButton } from './home-button.tsx'
import { Widget } from './widget.tsx'
import './dashboard.css'

/** Reports, lists, tasks and shortcuts on one page; the one that a member begins with too. */
export function DashboardPage() {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const { dashboard: key = '' } = useParams()
  const dashboard = app.definition.dashboards.find((candidate) => candidate.key === key)
  const title = dashboard === undefined ? '' : localize(dashboard.label, locale)
  usePageTitle(title)
  if (dashboard === undefined) return <NotFoundPage />
  return (
    <>
      <PageHeader
        title={title}
        mark={<Icon name={homeOf(app) === key ? 'home' : 'dashboard'} />}
        actions={
          <>
            <FavouriteStar path={`/d/${key}`} />
            <HomeButton dashboard={key} />
          </>
        }
      />
      <div className="page-body page-body-wide">
        {dashboard.widgets.length === 0 && <EmptyState icon="dashboard" title={text('emptyDashboard')} />}
        <DashboardGrid
          dashboard={dashboard}
          renderWidget={(widget, content, height) => (
            <Widget widget={widget} content={content} height={height} />
          )}
        />
      </div>
    </>
  )
}
