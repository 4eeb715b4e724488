import type { FormRights, RecordAnswer } from '@pipewright/contract'
import { choosePrintLayout, localize } from '@pipewright/metadata'
import { RecordPrint } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { PageSkeleton, useUiLocale } from '@pipewright/ui'
import { useQueries } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useParams, useSearchParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { oneRecordKey } from '../../queries/records.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import type { ChosenLayout } from './chosen-layout.ts'
import { pageRule } from './page-rule.ts'
import { PrintTools } from './print-tools.tsx'
import { usePaper } from './use-paper.ts'
import './print-page.css'

/** Finds the records of the address. */
export function PrintManyPage() {
  const app = useWorkspace()
  const text = useText()
  const { form: key = '' } = useParams()
  const [search] = useSearchParams()
  const ids = search.get('ids')?.split(',').filter(Boolean) ?? []
  const workspace = app.workspace.key
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: oneRecordKey(workspace, key, id),
      queryFn: () => client.call('getRecord', { params: { workspace, form: key, id } }),
    })),
  })
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  const rights = app.rights[key]
  usePageTitle(text('bulkPrintTitle', { count: ids.length }))
  if (form === undefined || rights?.read !== true) return <NotFoundPage />
  if (found.some(({ isPending }) => isPending)) return <PageSkeleton />
  const records = found.flatMap(({ data }) => data ?? [])
  return <Desk {...{ form, rights, records }} missing={found.length - records.length} />
}

interface DeskProps {
  readonly form: Form
  readonly rights: FormRights
  readonly records: readonly RecordAnswer[]
  /** How many were chosen and could not be read. */
  readonly missing: number
}

/** Several records on paper, each beginning on a page of its own. */
function Desk({ form, rights, records, missing }: DeskProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const desk = usePaper()
  const [layout, setLayout] = useState<ChosenLayout>()
  const layoutOf = ({ values }: RecordAnswer) =>
    layout !== undefined
      ? layout
      : choosePrintLayout(form, { roles: app.member.roles, device: null, isNew: false, values })
  return createPortal(
    <div ref={desk} className="print-desk">
      <style>{pageRule(app.workspace.name, localize(form.labelPlural, locale))}</style>
      <PrintTools
        many
        form={form}
        layout={layout}
        from={workspacePath(app, `/f/${form.key}`)}
        onLayout={setLayout}
      />
      {missing > 0 && (
        <Alert
          className="print-missing"
          type="warning"
          showIcon
          title={text('printMissing', { count: missing })}
        />
      )}
      {records.map((record) => (
        <div key={record.id} className="print-of-many">
          <RecordPrint
            form={form}
            layout={layoutOf(record)}
            record={record}
            rights={rights}
            company={app.workspace.name}
          />
        </div>
      ))}
    </div>,
    document.body,
  )
}
