import { ProblemError, type RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { ErrorNotice, listed, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import {
  mergeable,
  mergedFields,
  obstacleOf,
  sentChoices,
  usualSurvivor,
  type Choices,
} from './merge-choices.ts'
import { MergeMoves } from './merge-moves.tsx'
import { MergeTable } from './merge-table.tsx'
import { useMergePreview } from './use-merge-preview.ts'
import { useMerge } from './use-merge.ts'
import { useMergeText } from './use-merge-text.ts'
import './merge.css'

interface MergeDialogProps {
  readonly form: Form
  readonly ids: readonly string[]
  /** The record that stays by itself, where it may. */
  readonly first?: string
  readonly onClose: () => void
  readonly onMerged: (survivor: string) => void
}

function useMerging({ form, ids, first, onMerged }: MergeDialogProps) {
  const { workspace, rights } = useWorkspace()
  const [stays, setStays] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Choices>({})
  const found = useQuery({
    queryKey: ['records', form.key, 'merge', ids],
    queryFn: () =>
      Promise.all(
        ids.map((id) =>
          client.call('getRecord', { params: { workspace: workspace.key, form: form.key, id } }),
        ),
      ),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const { call, merge } = useMerge(form.key, onMerged)
  const survivor = stays ?? usualSurvivor(mergeable(form, found.data ?? []), first)
  const others = found.isSuccess ? ids.filter((id) => id !== survivor) : []
  const preview = useMergePreview(form.key, survivor, others)
  const records = mergeable(form, found.data ?? [], preview.data?.back)
  const { different, same } = mergedFields(form, rights[form.key], records)
  const kept = records.find(({ id }) => id === survivor)
  const go = () =>
    kept !== undefined && void merge(kept, records, sentChoices(different, survivor, records, chosen))
  return { found, call, records, kept, different, same, chosen, setStays, setChosen, go }
}

/** Two to five records side by side, with a choice per field; the others go to the recycle bin. */
export function MergeDialog(props: MergeDialogProps) {
  const { form, ids, onClose } = props
  const text = useText()
  const own = useMergeText()
  const locale = useUiLocale()
  const { found, call, records, kept, different, same, chosen, setStays, setChosen, go } = useMerging(props)
  const obstacle = kept && obstacleOf(kept.id, records)
  const others = (of: RecordAnswer) => ids.filter((id) => id !== of.id)
  const names = same.map(({ label, key }) => localize(label, locale) || key)
  return (
    <Modal
      open
      width={Math.min(1200, 220 + ids.length * 260)}
      title={own('title', { count: ids.length })}
      okText={own('go')}
      cancelText={text('cancel')}
      okButtonProps={{ disabled: kept === undefined || obstacle !== undefined }}
      confirmLoading={call.busy}
      onOk={go}
      onCancel={onClose}
    >
      <p className="quiet">{own('hint')}</p>
      <CallNotice problem={call.problem} lost={call.lost} />
      {found.isPending && <RowsSkeleton />}
      {found.isError && (
        <ErrorNotice
          problem={found.error instanceof ProblemError ? found.error.problem : null}
          onRetry={() => void found.refetch()}
        />
      )}
      {obstacle !== undefined && (
        <Alert type="warning" showIcon title={own(obstacle.why, { title: obstacle.title })} />
      )}
      {kept !== undefined && (
        <>
          <MergeTable
            records={records}
            fields={different}
            survivor={kept.id}
            chosen={chosen}
            onSurvivor={setStays}
            onChoose={(field, choice) => setChosen({ ...chosen, [field]: choice })}
          />
          {names.length > 0 && <p className="quiet">{own('sameIn', { fields: listed(names, locale) })}</p>}
          <MergeMoves form={form.key} survivor={kept} others={others(kept)} />
        </>
      )}
    </Modal>
  )
}
