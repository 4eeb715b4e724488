import { MoreOutlined } from '@ant-design/icons'
import type { BulkAction, Selection, SortKey } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useWorkspace, workspacePath } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { useExport } from '../../exports/use-export.tsx'
import { useLinesExport } from '../../exports/use-lines-export.tsx'

/** So many records are printed together; a browser lays them all out at once. */
const mostPrinted = 200

interface BulkMoreProps {
  readonly form: Form
  readonly selection: Selection
  readonly columns: readonly string[]
  readonly sort: readonly SortKey[]
  readonly act: (action: BulkAction) => void
}

/** What else can be done with what is chosen: approval, files, paper. */
export function BulkMore(props: BulkMoreProps) {
  const { form, selection, columns, sort, act } = props
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const sendFile = useExport(form)
  const narrowed = 'all' in selection ? selection.all : { ids: selection.ids }
  const rights = app.rights[form.key]
  const withLines = useLinesExport(form, rights, () => ({ columns, sort, ...narrowed }))
  const workflows = app.definition.workflows.filter((workflow) => workflow.form === form.key)
  const printed = 'ids' in selection ? selection.ids : []
  const print = () =>
    window.open(
      `${workspacePath(app, `/f/${form.key}/print`)}?ids=${printed.join(',')}`,
      '_blank',
      'noopener',
    )
  const items = [
    ...(rights?.update
      ? workflows.map(({ key, label }) => ({
          key: `submit ${key}`,
          label: localize(label, locale),
          onClick: () => act({ type: 'submit', workflow: key, comment: '' }),
        }))
      : []),
    ...(rights?.export
      ? (['csv', 'xlsx'] as const).map((format) => ({
          key: format,
          label: text(format === 'csv' ? 'exportCsv' : 'exportXlsx'),
          onClick: () => void sendFile(format, { columns, sort, ...narrowed }),
        }))
      : []),
    ...(withLines.offered ? [{ key: 'lines', label: text('exportLines'), onClick: withLines.open }] : []),
    {
      key: 'print',
      label:
        printed.length === 0 || printed.length > mostPrinted
          ? text('bulkPrintMost', { count: mostPrinted })
          : text('bulkPrint'),
      disabled: printed.length === 0 || printed.length > mostPrinted,
      onClick: print,
    },
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }} autoFocus>
        <Button icon={<MoreOutlined />} aria-label={text('bulkMore')} />
      </Dropdown>
      {withLines.dialog}
    </>
  )
}
