import type { App } from '@pipewright/contract'
import { workspacePath } from './workspace-context.ts'

/** Where a workspace opens: the pipeline board if there is one, else the first entry of the navigation. */
export function firstPage(app: App): string {
  const entries = app.definition.navigation.flatMap((group) => group.items)
  const forms = entries.filter((item) => item.type === 'form').map((item) => item.key)
  const pipeline = forms.find((key) => {
    const form = app.definition.forms.find((candidate) => candidate.key === key)
    const stage = form?.fields.find((field) => field.key === form.stageField)
    return stage?.type === 'choice' && stage.options?.some((option) => option.outcome === 'won')
  })
  const first = pipeline ?? forms[0] ?? app.definition.forms[0]?.key
  if (first !== undefined) return workspacePath(app, `/f/${first}`)
  const dashboard = entries.find((item) => item.type === 'dashboard')
  return workspacePath(app, dashboard === undefined ? '/empty' : `/d/${dashboard.key}`)
}
