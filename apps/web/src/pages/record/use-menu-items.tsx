import {
  ClockCircleOutlined,
  CopyOutlined,
  DeleteOutlined,
  EditOutlined,
  HistoryOutlined,
  PrinterOutlined,
  ShareAltOutlined,
} from '@ant-design/icons'
import type { FormRights, RecordAnswer } from '@pipewright/contract'
import { copiedValues } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import type { Looking } from './past/look-back.tsx'
import { useDeleteRecord } from './use-delete-record.tsx'

/** A line of the menu, which the palette offers too. */
export interface MenuEntry {
  readonly key: string
  readonly icon: ReactNode
  readonly sign: string
  readonly label: string
  readonly danger?: boolean
  readonly onClick: () => void
}

/** Sharing is for those who have the right and may change the record. */
const shareItem = (
  rights: FormRights | undefined,
  record: RecordAnswer,
  item: Pick<MenuEntry, 'label' | 'onClick'>,
): MenuEntry[] =>
  rights?.share === true && record.may?.update === true
    ? [{ ...item, key: 'share', sign: 'team', icon: <ShareAltOutlined /> }]
    : []

/** What one rarely does with a record: copy it, delete it, change its form. */
export function useMenuItems(
  form: Form,
  record: RecordAnswer,
  look: (at: Looking) => void,
  share: () => void,
): MenuEntry[] {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const remove = useDeleteRecord(form, record)
  const copy = () => {
    const { id, titles } = record
    const copied = { of: id, values: copiedValues(form, record.values), titles }
    void navigate(workspacePath(app, `/f/${form.key}/new`), { state: { copied } })
  }
  const print = () => void navigate(workspacePath(app, `/f/${form.key}/${record.id}/print`))
  const design = () => void navigate(workspacePath(app, `/design/${form.key}`))
  return [
    ...(app.rights[form.key]?.create === true
      ? [{ key: 'copy', sign: 'copy', icon: <CopyOutlined />, label: text('copyRecord'), onClick: copy }]
      : []),
    ...shareItem(app.rights[form.key], record, { label: text('shareRecord'), onClick: share }),
    { key: 'print', sign: 'save', icon: <PrinterOutlined />, label: text('printRecord'), onClick: print },
    {
      key: 'fieldHistory',
      sign: 'history',
      icon: <HistoryOutlined />,
      label: text('fieldHistory'),
      onClick: () => look('fieldHistory'),
    },
    {
      key: 'asOf',
      sign: 'history',
      icon: <ClockCircleOutlined />,
      label: text('asOf'),
      onClick: () => look('asOf'),
    },
    ...(app.may.build
      ? [{ key: 'design', sign: 'edit', icon: <EditOutlined />, label: text('design'), onClick: design }]
      : []),
    ...(record.may?.delete
      ? [
          {
            key: 'delete',
            sign: 'delete',
            danger: true,
            icon: <DeleteOutlined />,
            label: text('remove'),
            onClick: () => void remove(),
          },
        ]
      : []),
  ]
}
