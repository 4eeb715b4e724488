import { localize } from '@pipewright/metadata'
import { Moment } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { Button, Flex } from 'antd'
import { useState, type ComponentType } from 'react'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { useDiscard } from './use-discard.ts'
import { useOfflineText, type OfflineKey } from './use-offline-text.ts'
import { overtakenBy, useWhy } from './use-why.ts'
import type { Waiting, WaitingRoute } from './waiting.ts'
import { WaitingConflict, type ConflictProps } from './waiting-conflict.tsx'
import { WaitingRemovalConflict } from './waiting-removal-conflict.tsx'
import { WaitingTaskConflict } from './waiting-task-conflict.tsx'
import { mayEdit, WaitingEdit } from './waiting-edit.tsx'
import { waitingStore } from './waiting-store.ts'

const doing = {
  createRecord: 'doCreateRecord',
  updateRecord: 'doUpdateRecord',
  createComment: 'doCreateComment',
  logFollowUp: 'doLogFollowUp',
  sendRecordMail: 'doSendRecordMail',
  createTask: 'doCreateTask',
  updateTask: 'doUpdateTask',
  deleteTask: 'doDeleteTask',
  completeTask: 'doCompleteTask',
  snoozeTodo: 'doSnoozeTodo',
  decideTask: 'doApprove',
  uploadFile: 'doUploadFile',
} as const satisfies Record<WaitingRoute, OfflineKey>

const doingOf = ({ route, body }: Waiting): OfflineKey =>
  body['decision'] === 'reject' ? 'doReject' : doing[route]

/** Who is asked what becomes of it when others changed the same. */
const conflicts: Readonly<Partial<Record<WaitingRoute, ComponentType<ConflictProps>>>> = {
  updateTask: WaitingTaskConflict,
  deleteTask: WaitingRemovalConflict,
}

interface LineProps {
  readonly entry: Waiting
  readonly isBehind: boolean
  readonly onSend: () => Promise<void>
}

/** One thing that waits, why it does, and what can be done about it. */
export function WaitingLine({ entry, isBehind, onSend }: LineProps) {
  const app = useWorkspace()
  const shell = useText()
  const text = useOfflineText()
  const locale = useUiLocale()
  const discard = useDiscard()
  const [open, setOpen] = useState<'form' | 'conflict' | null>(null)
  const why = useWhy(entry, isBehind)
  const Conflict = conflicts[entry.route] ?? WaitingConflict
  const isRefused = entry.trouble?.kind === 'refused' && overtakenBy(entry) === undefined
  const form = app.definition.forms.find(({ key }) => key === entry.params['form'])
  const what = text(doingOf(entry), { form: localize(form?.label, locale) })
  const name = entry.title === '' ? what : `${entry.title} · ${what}`
  const again = async () => {
    await waitingStore.put({ ...entry, trouble: null, tried: null, key: crypto.randomUUID() })
    await onSend()
  }
  return (
    <li className="waiting-line">
      <div className="waiting-what">
        <strong>{name}</strong>
        <span className="quiet">
          <Moment at={entry.at} />
        </span>
        {why !== null && <span className={entry.trouble === null ? 'quiet' : 'waiting-why'}>{why}</span>}
      </div>
      <Flex gap={8} wrap>
        {mayEdit(entry) && (form !== undefined || entry.route === 'createTask') && (
          <Button onClick={() => setOpen('form')}>{text('edit')}</Button>
        )}
        {entry.trouble?.kind === 'conflict' && (
          <Button type="primary" onClick={() => setOpen('conflict')}>
            {text(entry.route === 'deleteTask' ? 'decideRemoval' : 'decide')}
          </Button>
        )}
        {entry.decided !== undefined && (
          <Link
            className="waiting-record"
            to={workspacePath(app, `/f/${entry.decided.form}/${entry.decided.record}`)}
          >
            {shell('openRecord')}
          </Link>
        )}
        {(entry.trouble?.kind === 'unsure' || isRefused) && (
          <Button onClick={() => void again()}>{text('sendAgain')}</Button>
        )}
        <Button onClick={() => discard(entry, name)}>{text('discard')}</Button>
      </Flex>
      {open === 'form' && <WaitingEdit entry={entry} onClose={() => setOpen(null)} />}
      {open === 'conflict' && <Conflict entry={entry} onClose={() => setOpen(null)} onSend={onSend} />}
    </li>
  )
}
