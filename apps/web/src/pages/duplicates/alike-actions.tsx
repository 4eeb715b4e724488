import type { Form } from '@pipewright/schemas'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useDuplicateText } from './use-duplicate-text.ts'
import { mostMerged, type Marking } from './use-marking.ts'

const MergeDialog = lazy(async () => ({ default: (await import('../merge/merge-dialog.tsx')).MergeDialog }))

/** Merging the chosen records of a group or telling them apart, as far as one may. */
export function AlikeActions({ form, marking }: { readonly form: Form; readonly marking: Marking }) {
  const rights = useWorkspace().rights[form.key]
  const text = useDuplicateText()
  const [merging, setMerging] = useState(false)
  const { chosen, call, mark, refresh } = marking
  if (rights?.update !== true) return null
  const isFew = chosen.length >= 2 && chosen.length <= mostMerged
  const isForeign = chosen.some((record) => !record.may.update)
  return (
    <div className="alike-actions">
      {rights.delete && (
        <Button type="primary" disabled={!isFew} onClick={() => setMerging(true)}>
          {text('merge')}
        </Button>
      )}
      <Button disabled={chosen.length < 2 || isForeign} loading={call.busy} onClick={() => void mark()}>
        {text(chosen.length > 2 ? 'differentMany' : 'different')}
      </Button>
      {rights.delete && !isFew && <span className="quiet">{text('mergeFew')}</span>}
      {isForeign && <span className="quiet">{text('mayNot')}</span>}
      {merging && (
        <Suspense fallback={null}>
          <MergeDialog
            form={form}
            ids={chosen.map(({ id }) => id)}
            onClose={() => setMerging(false)}
            onMerged={() => {
              setMerging(false)
              void refresh()
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
