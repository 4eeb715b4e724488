import { ListDetail } from '../documents/list-detail.tsx'
import { useDesign, useIndex, useOpenForm } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { newWorkflow } from './new-workflow.ts'
import { WorkflowEditor } from './workflow-editor.tsx'

/** The approvals of the form that is open. */
export function WorkflowsArea() {
  const t = useTexts()
  const read = useLocalized()
  const { detail, openArea, edit } = useDesign()
  const index = useIndex()
  const form = useOpenForm()
  if (form === undefined) return null
  const workflows = index.workflowsOf(form.key)
  const workflow = workflows.find(({ key }) => key === detail)
  return (
    <ListDetail
      title={t('area.workflows')}
      items={workflows.map((one) => ({
        key: one.key,
        label: read(one.label),
        icon: 'audit',
        quiet: t('workflows.count', { count: one.steps.length }),
      }))}
      open={detail}
      onOpen={(key) => openArea('workflows', key)}
      addText={t('workflows.add')}
      onAdd={() => {
        const made = newWorkflow(index.definition, form)
        if (edit({ type: 'putWorkflow', workflow: made })) openArea('workflows', made.key)
      }}
      empty={{ icon: 'audit', title: t('workflows.emptyTitle'), text: t('workflows.emptyText') }}
    >
      {workflow !== undefined && <WorkflowEditor key={workflow.key} form={form} workflow={workflow} />}
    </ListDetail>
  )
}
