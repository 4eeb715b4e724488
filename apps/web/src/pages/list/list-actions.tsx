import {
  DeleteOutlined,
  DownloadOutlined,
  EditOutlined,
  FileDoneOutlined,
  HistoryOutlined,
  MergeCellsOutlined,
  MoreOutlined,
  UploadOutlined,
} from '@ant-design/icons'
import type { FormRights } from '@pipewright/contract'
import { matchRulesOf } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useNarrow } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { mayImport } from '../../shell/may-import.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText, type Text } from '../../texts/use-text.ts'
import { useExport } from '../exports/use-export.tsx'
import { useLinesExport } from '../exports/use-lines-export.tsx'
import type { ListProps } from './list-props.ts'
import { tableQuery } from './list-query.ts'
import { NewRecordButton } from './new-record-button.tsx'

interface Entries {
  readonly form: Form
  readonly rights: FormRights | undefined
  readonly text: Text
  readonly withLines: boolean
  readonly design: boolean
}

/** What stands behind "more". */
function entriesOf({ form, rights, text, withLines, design }: Entries) {
  return [
    ...(mayImport(rights) ? [{ key: 'import', icon: <UploadOutlined />, label: text('importButton') }] : []),
    ...(rights?.export
      ? [
          { key: 'csv', icon: <DownloadOutlined />, label: text('exportCsv') },
          { key: 'xlsx', icon: <DownloadOutlined />, label: text('exportXlsx') },
          ...(withLines ? [{ key: 'lines', icon: <DownloadOutlined />, label: text('exportLines') }] : []),
          { key: 'exports', icon: <FileDoneOutlined />, label: text('exportsPage') },
        ]
      : []),
    ...(matchRulesOf(form).length > 0
      ? [{ key: 'duplicates', icon: <MergeCellsOutlined />, label: text('duplicates') }]
      : []),
    ...(rights?.delete ? [{ key: 'bin', icon: <DeleteOutlined />, label: text('recycleBin') }] : []),
    ...(rights?.update || rights?.delete
      ? [{ key: 'changes', icon: <HistoryOutlined />, label: text('bulkJobs') }]
      : []),
    ...(design ? [{ key: 'design', icon: <EditOutlined />, label: text('design') }] : []),
  ]
}

/** New record, and behind "more" import, export, recycle bin and the designer. */
export function ListActions(props: ListProps) {
  const { form, view, address } = props
  const app = useWorkspace()
  const text = useText()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const sendFile = useExport(form)
  const rights = app.rights[form.key]
  const withLines = useLinesExport(form, rights, () => tableQuery(view, address))
  const go = (rest: string) => void navigate(workspacePath(app, rest))
  const items = entriesOf({
    form,
    rights,
    text,
    withLines: withLines.offered,
    design: app.may.build && narrow,
  })
  const choose = (key: string) => {
    if (key === 'import') go(`/f/${form.key}/import`)
    if (key === 'design') go(`/design/${form.key}`)
    if (key === 'duplicates') go(`/f/${form.key}/duplicates`)
    if (key === 'changes') go('/changes')
    if (key === 'bin') go(`/bin?form=${form.key}`)
    if (key === 'csv' || key === 'xlsx') void sendFile(key, tableQuery(view, address))
    if (key === 'lines') withLines.open()
    if (key === 'exports') go('/exports')
  }
  return (
    <>
      {rights?.create && <NewRecordButton form={form} />}
      {app.may.build && !narrow && (
        <Button icon={<EditOutlined />} onClick={() => go(`/design/${form.key}`)}>
          {text('design')}
        </Button>
      )}
      {items.length > 0 && (
        <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
          <Button icon={<MoreOutlined />} aria-label={text('more')} />
        </Dropdown>
      )}
      {withLines.dialog}
    </>
  )
}
