import type { Form } from '@pipewright/schemas'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import type { ListSelection } from './use-list-selection.ts'

const MergeDialog = lazy(async () => ({
  default: (await import('../../merge/merge-dialog.tsx')).MergeDialog,
}))

const most = 5

/** Makes one record of a few chosen ones. */
export function MergeChosen({ form, chosen }: { readonly form: Form; readonly chosen: ListSelection }) {
  const text = useText()
  const rights = useWorkspace().rights[form.key]
  const [ids, setIds] = useState<readonly string[] | null>(null)
  const picked = 'ids' in chosen.selection ? (chosen.selection.ids ?? []) : []
  const mayMerge = rights?.update === true && rights.delete
  const isOffered = mayMerge && picked.length > 1 && picked.length <= most
  return (
    <>
      {isOffered && <Button onClick={() => setIds([...picked])}>{text('merge')}</Button>}
      {ids !== null && (
        <Suspense fallback={null}>
          <MergeDialog
            form={form}
            ids={ids}
            onClose={() => setIds(null)}
            onMerged={() => {
              setIds(null)
              chosen.clear()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
