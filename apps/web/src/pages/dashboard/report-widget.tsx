import { ProblemError } from '@pipewright/contract'
import { ReportCard } from '@pipewright/renderer'
import type { Expression, Report } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { client } from '../../queries/client.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'

/** Finds the figures of one report; each figure opens the records behind it. */
export function ReportWidget(props: { report: Report; height: number }) {
  const app = useWorkspace()
  const navigate = useNavigate()
  const workspace = app.workspace.key
  const { report } = props
  const figures = useQuery({
    queryKey: ['records', workspace, report.form, 'report', report.key, app.revision],
    queryFn: () => client.call('runReport', { params: { workspace }, body: { report: report.key } }),
  })
  const problem = figures.error instanceof ProblemError ? figures.error.problem : null
  const tableView = app.definition.views.find(
    (view) => view.form === report.form && view.type === 'table' && view.filter === undefined,
  )
  const drill = (filter: Expression) => {
    const search = new URLSearchParams({
      filter: JSON.stringify(filter),
      ...(tableView === undefined ? {} : { view: tableView.key }),
    })
    void navigate(workspacePath(app, `/f/${report.form}?${search.toString()}`))
  }
  return (
    <ReportCard
      report={report}
      answer={figures.data}
      {...(figures.isError ? { problem } : {})}
      onRetry={() => void figures.refetch()}
      onDrill={drill}
      height={props.height}
    />
  )
}
