import type { FormRights, RecordAnswer } from '@pipewright/contract'
import { choosePrintLayout } from '@pipewright/metadata'
import { RecordPrint } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { PageSkeleton } from '@pipewright/ui'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useParams } from 'react-router'
import { useRecord } from '../../queries/records.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { pageRule } from './page-rule.ts'
import { PrintTools } from './print-tools.tsx'
import { usePaper } from './use-paper.ts'
import './print-page.css'

/** Finds the record of the address. */
export function PrintPage() {
  const app = useWorkspace()
  const { form: key = '', id = '' } = useParams()
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  const rights = app.rights[key]
  const record = useRecord(app.workspace.key, key, id)
  usePageTitle(record.data?.title ?? '')
  if (form === undefined || rights?.read !== true) return <NotFoundPage />
  if (record.isPending) return <PageSkeleton />
  return record.data === undefined ? (
    <NotFoundPage />
  ) : (
    <Desk form={form} rights={rights} record={record.data} />
  )
}

/** The sheet as it will come out of the printer, above the rest of the page. */
function Desk({ form, rights, record }: { form: Form; rights: FormRights; record: RecordAnswer }) {
  const app = useWorkspace()
  const desk = usePaper()
  const scene = { roles: app.member.roles, device: null, isNew: false, values: record.values }
  const [layout, setLayout] = useState(() => choosePrintLayout(form, scene))
  return createPortal(
    <div ref={desk} className="print-desk">
      <style>{pageRule(app.workspace.name, record.title)}</style>
      <PrintTools
        form={form}
        layout={layout}
        from={workspacePath(app, `/f/${form.key}/${record.id}`)}
        onLayout={(chosen) => setLayout(chosen ?? null)}
      />
      <RecordPrint form={form} layout={layout} record={record} rights={rights} company={app.workspace.name} />
    </div>,
    document.body,
  )
}
