import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons'
import type { FormRights, RecordAnswer } from '@pipewright/contract'
import { choosePrintLayout, localize } from '@pipewright/metadata'
import { RecordPrint } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { PageSkeleton, useUiLocale } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useNavigate, useParams } from 'react-router'
import { useRecord } from '../../queries/records.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { pageRule } from './page-rule.ts'
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

const standard = ''

/** The sheet as it will come out of the printer, above the rest of the page. */
function Desk({ form, rights, record }: { form: Form; rights: FormRights; record: RecordAnswer }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const desk = usePaper()
  const scene = { roles: app.member.roles, device: null, isNew: false, values: record.values }
  const [layout, setLayout] = useState(() => choosePrintLayout(form, scene))
  const onPaper = (form.layouts ?? []).filter(({ print }) => print === true)
  return createPortal(
    <div ref={desk} className="print-desk">
      <style>{pageRule(app.workspace.name, record.title)}</style>
      <div className="print-tools">
        <Button
          icon={<ArrowLeftOutlined />}
          onClick={() => void navigate(workspacePath(app, `/f/${form.key}/${record.id}`))}
        >
          {text('back')}
        </Button>
        {onPaper.length > 0 && (
          <Select
            className="print-layout"
            aria-label={text('printLayout')}
            value={layout ?? standard}
            options={[
              ...onPaper.map((one) => ({ value: one.key, label: localize(one.label, locale) })),
              { value: standard, label: text('printAll') },
            ]}
            onChange={(key: string) => setLayout(key === standard ? null : key)}
          />
        )}
        <Button type="primary" autoFocus icon={<PrinterOutlined />} onClick={() => window.print()}>
          {text('printRecord')}
        </Button>
      </div>
      <RecordPrint form={form} layout={layout} record={record} rights={rights} company={app.workspace.name} />
    </div>,
    document.body,
  )
}
