import type { App } from '@pipewright/contract'
import { workspacePath } from './workspace-context.ts'

const navigationItems = (app: App) => app.definition.navigation.flatMap((group) => group.items)

/** Key of the form whose stages can be won: the pipeline. */
export function pipelineForm(app: App): string | undefined {
  const forms = navigationItems(app).filter((item) => item.type === 'form')
  return forms.find(({ key }) => {
    const form = app.definition.forms.find((candidate) => candidate.key === key)
    const stage = form?.fields.find((field) => field.key === form.stageField)
    return stage?.type === 'choice' && stage.options?.some((option) => option.outcome === 'won')
  })?.key
}

/** The dashboard that a member begins with: his own choice, else what his role begins with; what is gone counts for nothing. */
export function homeOf({ home, definition }: App): string | undefined {
  const shown = new Set(definition.dashboards.map(({ key }) => key))
  return [home.own, home.role].find((key) => key !== null && shown.has(key)) ?? undefined
}

/** Where a workspace opens: the home page, else the pipeline board if there is one, else the first entry of the navigation. */
export function firstPage(app: App): string {
  const home = homeOf(app)
  if (home !== undefined) return workspacePath(app, `/d/${home}`)
  const items = navigationItems(app)
  const first =
    pipelineForm(app) ?? items.find(({ type }) => type === 'form')?.key ?? app.definition.forms[0]?.key
  if (first === undefined) {
    const dashboard = items.find((item) => item.type === 'dashboard')
    return workspacePath(app, dashboard === undefined ? '/empty' : `/d/${dashboard.key}`)
  }
  const board = app.definition.views.find((view) => view.form === first && view.type === 'board')
  return workspacePath(app, board === undefined ? `/f/${first}` : `/f/${first}?view=${board.key}`)
}
