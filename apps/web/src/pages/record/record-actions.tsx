import {
  ClockCircleOutlined,
  CopyOutlined,
  DeleteOutlined,
  EditOutlined,
  HistoryOutlined,
  MoreOutlined,
  PrinterOutlined,
} from '@ant-design/icons'
import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { copiedValues, useOffers } from '@pipewright/renderer'
import type { Conversion, Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { FavouriteStar } from '../../places/favourite-star.tsx'
import { useOfferActions } from '../../shell/offered-actions.ts'
import { PageActions } from '../../shell/page-actions.tsx'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { LogFollowUp } from './log-follow-up.tsx'
import { SubmitButton } from './submit-button.tsx'
import { useDeleteRecord } from './use-delete-record.tsx'

const ConvertDialog = lazy(async () => ({ default: (await import('./convert-dialog.tsx')).ConvertDialog }))

const AsOfDialog = lazy(async () => ({ default: (await import('./past/as-of-dialog.tsx')).AsOfDialog }))
const FieldHistoryDialog = lazy(async () => ({
  default: (await import('./past/field-history-dialog.tsx')).FieldHistoryDialog,
}))

type Looking = 'asOf' | 'fieldHistory'

/** The conversions and approvals that are offered for the record as it stands. */
function useWaysOn(form: Form, record: RecordAnswer) {
  const { workflows } = useWorkspace().definition
  const offers = useOffers(form.key)
  if (record.locked_by !== null) return { conversions: [], workflows: [] }
  return {
    conversions: offers(form.conversions ?? [], record).filter(({ place }) => place !== 'layout'),
    workflows: offers(
      workflows.filter((workflow) => workflow.form === form.key),
      record,
    ),
  }
}

/** A line of the menu, which the palette offers too. */
interface MenuEntry {
  readonly key: string
  readonly icon: ReactNode
  readonly sign: string
  readonly label: string
  readonly danger?: boolean
  readonly onClick: () => void
}

/** What one rarely does with a record: copy it, delete it, change its form. */
function useMenuItems(form: Form, record: RecordAnswer, look: (at: Looking) => void): MenuEntry[] {
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

/** Convert, submit for approval, delete, edit the form. */
export function RecordActions(props: { form: Form; record: RecordAnswer }) {
  const { form, record } = props
  const text = useText()
  const locale = useUiLocale()
  const [converting, convert] = useState<Conversion | null>(null)
  const { conversions, workflows } = useWaysOn(form, record)
  const [looking, look] = useState<Looking | null>(null)
  const items = useMenuItems(form, record, look)
  useOfferActions([
    ...conversions.map((conversion) => ({
      key: `convert:${conversion.key}`,
      icon: 'swap',
      title: localize(conversion.label, locale),
      run: () => convert(conversion),
    })),
    ...items.map(({ key, sign, label, onClick }) => ({ key, icon: sign, title: label, run: onClick })),
  ])
  return (
    <>
      <FavouriteStar place={{ path: `/f/${form.key}/${record.id}`, form: form.key, title: record.title }} />
      <PageActions>
        <LogFollowUp form={form} record={record} />
        {workflows.map((workflow) => (
          <SubmitButton key={workflow.key} workflow={workflow} record={record} />
        ))}
        {conversions.map((conversion, at) => (
          <Button
            key={conversion.key}
            type={at === 0 && workflows.length === 0 ? 'primary' : 'default'}
            onClick={() => convert(conversion)}
          >
            {localize(conversion.label, locale)}
          </Button>
        ))}
        {items.length > 0 && (
          <Dropdown
            autoFocus
            trigger={['click']}
            menu={{
              items: items.map(({ key, icon, label, danger = false, onClick }) => ({
                key,
                icon,
                label,
                danger,
                onClick,
              })),
            }}
          >
            <Button icon={<MoreOutlined />} aria-label={text('more')} />
          </Dropdown>
        )}
      </PageActions>
      {looking !== null && (
        <Suspense fallback={null}>
          {looking === 'asOf' ? (
            <AsOfDialog form={form} record={record} onClose={() => look(null)} />
          ) : (
            <FieldHistoryDialog form={form} record={record} onClose={() => look(null)} />
          )}
        </Suspense>
      )}
      {converting !== null && (
        <Suspense fallback={null}>
          <ConvertDialog form={form} record={record} conversion={converting} onClose={() => convert(null)} />
        </Suspense>
      )}
    </>
  )
}
