import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons'
import type { FormRights, RecordAnswer } from '@pipewright/contract'
import { choosePrintLayout, localize } from '@pipewright/metadata'
import { RecordPrint } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { PageSkeleton, useUiLocale } from '@pipewright/ui'
import { useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { createPortal } from 'react-dom'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { oneRecordKey } from '../../queries/records.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { pageRule } from './page-rule.ts'
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
  return <Desk form={form} rights={rights} records={found.flatMap(({ data }) => data ?? [])} />
}

interface DeskProps {
  readonly form: Form
  readonly rights: FormRights
  readonly records: readonly RecordAnswer[]
}

/** Several records on paper, each beginning on a page of its own. */
function Desk({ form, rights, records }: DeskProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const desk = usePaper()
  const layoutOf = ({ values }: RecordAnswer) =>
    choosePrintLayout(form, { roles: app.member.roles, device: null, isNew: false, values })
  return createPortal(
    <div ref={desk} className="print-desk">
      <style>{pageRule(app.workspace.name, localize(form.labelPlural, locale))}</style>
      <div className="print-tools">
        <Button
          icon={<ArrowLeftOutlined />}
          onClick={() => void navigate(workspacePath(app, `/f/${form.key}`))}
        >
          {text('back')}
        </Button>
        <Button type="primary" autoFocus icon={<PrinterOutlined />} onClick={() => window.print()}>
          {text('printRecord')}
        </Button>
      </div>
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
