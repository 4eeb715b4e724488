import { MergeCellsOutlined } from '@ant-design/icons'
import type { RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import type { MenuEntry } from './use-menu-items.tsx'

const MergeWith = lazy(async () => ({ default: (await import('../merge/merge-with.tsx')).MergeWith }))

/** Making one record of this and others, for whoever may change and delete such records. */
export function useMergeItem(
  form: Form,
  record: RecordAnswer,
): { readonly entries: readonly MenuEntry[]; readonly dialog: ReactNode } {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const rights = app.rights[form.key]
  const isOffered =
    rights?.update === true && rights.delete && record.deleted_at === null && record.locked_by === null
  const entry = {
    key: 'merge',
    sign: 'swap',
    icon: <MergeCellsOutlined />,
    label: text('merge'),
    onClick: () => setOpen(true),
  }
  const onMerged = (survivor: string) => {
    setOpen(false)
    if (survivor !== record.id)
      void navigate(workspacePath(app, `/f/${form.key}/${survivor}`), { replace: true })
  }
  return {
    entries: isOffered ? [entry] : [],
    dialog: open && (
      <Suspense fallback={null}>
        <MergeWith form={form} record={record} onClose={() => setOpen(false)} onMerged={onMerged} />
      </Suspense>
    ),
  }
}
