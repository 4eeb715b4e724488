import { ProblemError, type Change } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { formatDateTime } from '@pipewright/renderer'
import { EmptyState, ErrorNotice, RowsSkeleton, useNarrow, useUiLocale } from '@pipewright/ui'
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
    const several =
      change.records === 1 ? single : text('changedMany', { count: change.records, what: plural })
    const title = change.record?.title ?? ''
    const what = title === '' ? several : text('changedOne', { what: title })
    const sentence = text(kindTexts[kindOf(change)], { what })
    const fields = change.fields.map((key) => fieldName(form, key, locale, text))
    if (kindOf(change) !== 'update' || fields.length === 0) return sentence
    return text('changedFields', { sentence, fields: fields.join(text('changedComma')) })
  }
}

function Step({ change, busy }: { readonly change: Change; readonly busy: boolean }) {
  const text = useText()
  const locale = useUiLocale()
  const { zone } = useWorkspace().member
  const undo = useUndoChange()
  const sentence = useSentence()(change)
  const way = change.undone ? 'redo' : 'undo'
  const at = formatDateTime(change.at, locale, zone)
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
  if (list.isError) {
    const problem = list.error instanceof ProblemError ? list.error.problem : null
    return <ErrorNotice problem={problem} onRetry={() => void list.refetch()} />
  }
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
  // A phone has no such keys.
  const narrow = useNarrow()
  return (
    <Drawer open title={text('myChanges')} onClose={onClose} size={440} destroyOnHidden>
      {!narrow && <p className="undo-when">{text('myChangesHint')}</p>}
      <Steps />
    </Drawer>
  )
}
