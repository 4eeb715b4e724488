import { localize } from '@pipewright/metadata'
import { FileList, MemberName, Moment, useRenderer } from '@pipewright/renderer'
import { OptionTag, useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { CommentWords } from '../pages/record/talk/comment-words.tsx'
import { dueWords } from '../pages/todo/due-words.ts'
import { followUpLogIn } from '../pages/record/follow-up/use-follow-up-log.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { useDiscard } from './use-discard.ts'
import { useMemberName } from './use-member-name.ts'
import { useOfflineText } from './use-offline-text.ts'
import type { Waiting } from './waiting.ts'
import { mayEdit, WaitingEdit } from './waiting-edit.tsx'
import { WaitingMailWords, type WrittenMail } from './waiting-mail-words.tsx'
import { WaitingMark } from './waiting-mark.tsx'

interface Written {
  readonly text: string
  readonly files?: readonly string[]
  readonly kind?: string
  readonly next?: string | null
}

/** What a follow-up is of and when to get back, as the timeline says it later. */
function FollowUpParts({ entry, kind, next }: { entry: Waiting } & Pick<Written, 'kind' | 'next'>) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const { index } = useRenderer()
  const form = app.definition.forms.find(({ key }) => key === entry.params['form'])
  const noted = form && followUpLogIn(app, form)
  const field = noted?.form.fields.find(({ key }) => key === noted.log.kind)
  const option = field && index.options(field).find(({ key }) => key === kind)
  return (
    <>
      {option !== undefined && <OptionTag label={localize(option.label, locale)} color={option.color} />}
      {typeof next === 'string' && (
        <span className="pw-quiet">{`${text('followUpNext')}: ${dueWords(next, null, locale)}`}</span>
      )}
    </>
  )
}

function NoteTools({ entry, words }: { readonly entry: Waiting; readonly words: string }) {
  const text = useOfflineText()
  const discard = useDiscard()
  const [editing, setEditing] = useState(false)
  return (
    <div className="talk-actions">
      {mayEdit(entry) && (
        <Button type="link" size="small" onClick={() => setEditing(true)}>
          {text('edit')}
        </Button>
      )}
      {entry.tried === null && (
        <Button type="link" size="small" onClick={() => discard(entry, words)}>
          {text('discard')}
        </Button>
      )}
      {editing && <WaitingEdit entry={entry} onClose={() => setEditing(false)} />}
    </div>
  )
}

/** A comment, follow-up or mail that waits to be sent, as it will stand in the timeline. */
export function WaitingNote({ entry }: { readonly entry: Waiting }) {
  const { me } = useRenderer()
  const nameOf = useMemberName()
  const written = entry.body as unknown as Written
  const isMail = entry.route === 'sendRecordMail'
  return (
    <li className={isMail ? 'talk-comment waiting-note mail-line' : 'talk-comment waiting-note'}>
      <header>
        <MemberName id={me} name={nameOf(me)} />
        {entry.route === 'logFollowUp' && <FollowUpParts entry={entry} {...written} />}
        <span className="pw-quiet">
          <Moment at={entry.at} />
        </span>
        <WaitingMark entry={entry} />
      </header>
      {isMail && <WaitingMailWords mail={entry.body as unknown as WrittenMail} />}
      <p className="talk-words">
        {isMail ? written.text : <CommentWords text={written.text} nameOf={nameOf} />}
      </p>
      {written.files !== undefined && written.files.length > 0 && <FileList ids={written.files} />}
      <NoteTools entry={entry} words={written.text.slice(0, 120)} />
    </li>
  )
}
