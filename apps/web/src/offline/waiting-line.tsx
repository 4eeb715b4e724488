import { localize } from '@pipewright/metadata'
import { Moment } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useDiscard } from './use-discard.ts'
import { useOfflineText } from './use-offline-text.ts'
import { useWhy } from './use-why.ts'
import type { Waiting, WaitingRoute } from './waiting.ts'
import { WaitingConflict } from './waiting-conflict.tsx'
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
  completeTask: 'doCompleteTask',
  snoozeTodo: 'doSnoozeTodo',
  uploadFile: 'doUploadFile',
} as const satisfies Record<WaitingRoute, string>

interface LineProps {
  readonly entry: Waiting
  readonly isBehind: boolean
  readonly onSend: () => Promise<void>
}

/** One thing that waits, why it does, and what can be done about it. */
export function WaitingLine({ entry, isBehind, onSend }: LineProps) {
  const app = useWorkspace()
  const text = useOfflineText()
  const locale = useUiLocale()
  const discard = useDiscard()
  const [open, setOpen] = useState<'form' | 'conflict' | null>(null)
  const why = useWhy(entry, isBehind)
  const Conflict = entry.route === 'updateTask' ? WaitingTaskConflict : WaitingConflict
  const form = app.definition.forms.find(({ key }) => key === entry.params['form'])
  const what = text(doing[entry.route], { form: localize(form?.label, locale) })
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
            {text('decide')}
          </Button>
        )}
        {(entry.trouble?.kind === 'unsure' || entry.trouble?.kind === 'refused') && (
          <Button onClick={() => void again()}>{text('sendAgain')}</Button>
        )}
        <Button onClick={() => discard(entry, name)}>{text('discard')}</Button>
      </Flex>
      {open === 'form' && <WaitingEdit entry={entry} onClose={() => setOpen(null)} />}
      {open === 'conflict' && <Conflict entry={entry} onClose={() => setOpen(null)} onSend={onSend} />}
    </li>
  )
}
