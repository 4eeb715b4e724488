import type { Change } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { EmptyState, ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { client } from '../queries/client.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { fieldName } from './field-name.ts'
import { changesKey, useUndoChange } from './use-undo-change.tsx'
import './undo.css'

const kindTexts = {
  merge: 'changeMerged',
  convert: 'changeConverted',
  create: 'changeCreated',
  delete: 'changeDeleted',
  restore: 'changeRestored',
  update: 'changeUpdated',
} as const

/** The first of what was done that says most. */
const kindOf = ({ kinds }: Change): keyof typeof kindTexts =>
  (['merge', 'convert', 'delete', 'create', 'restore'] as const).find((kind) => kinds.includes(kind)) ??
  'update'

function useSentence(): (change: Change) => string {
  const text = useText()
  const locale = useUiLocale()
  const { definition } = useWorkspace()
  return (change) => {
    const form = definition.forms.find(({ key }) => key === change.form)
    const plural = localize(form?.labelPlural ?? {}, locale)
    const single = localize(form?.label ?? {}, locale)
    const what = change.record?.title || (change.records === 1 ? single : `${change.records} × ${plural}`)
    const sentence = text(kindTexts[kindOf(change)], { what })
    const fields = change.fields.map((key) => fieldName(form, key, locale, text))
    return kindOf(change) === 'update' && fields.length > 0 ? `${sentence}: ${fields.join(', ')}` : sentence
  }
}

function Step({ change, busy }: { readonly change: Change; readonly busy: boolean }) {
  const text = useText()
  const locale = useUiLocale()
  const undo = useUndoChange()
  const sentence = useSentence()(change)
  const way = change.undone ? 'redo' : 'undo'
  const at = new Date(change.at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className={change.undone ? 'undo-step undo-step-back' : 'undo-step'}>
      <div>
        <div>{sentence}</div>
        <div className="undo-when">{change.undone ? `${at} · ${text('undone')}` : at}</div>
      </div>
      <Button
        size="small"
        disabled={busy}
        aria-label={`${text(way)}: ${sentence}`}
        onClick={() => void undo(change.last, way)}
      >
        {text(way)}
      </Button>
    </li>
  )
}

function Steps() {
  const text = useText()
  const { workspace } = useWorkspace()
  const list = useQuery({
    queryKey: changesKey(workspace.key),
    queryFn: () => client.call('listChanges', { params: { workspace: workspace.key } }),
    staleTime: 0,
  })
  if (list.isPending) return <RowsSkeleton />
  if (list.isError) return <ErrorNotice problem={null} onRetry={() => void list.refetch()} />
  if (list.data.changes.length === 0) return <EmptyState icon="check-circle" title={text('undoNone')} />
  return (
    <ul className="undo-steps">
      {list.data.changes.map((change) => (
        <Step key={change.id} change={change} busy={list.isFetching} />
      ))}
    </ul>
  )
}

/** What the member did to records of late; each step can be taken back by itself. */
export function ChangesPanel({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  return (
    <Drawer open title={text('myChanges')} onClose={onClose} size={440} destroyOnHidden>
      <p className="undo-when">{text('myChangesHint')}</p>
      <Steps />
    </Drawer>
  )
}
