import type { Comment } from '@pipewright/contract'
import { MemberName, Moment, useRenderer } from '@pipewright/renderer'
import { useSay } from '@pipewright/ui'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { CommentBox } from './comment-box.tsx'
import { CommentFiles } from './comment-files.tsx'
import { emptyDraft, useCommentDraft } from './comment-draft.ts'
import { withNames } from './comment-parts.ts'
import { CommentWords, type NameOf } from './comment-words.tsx'
import { useTalk, type TalkSite } from './use-talk.ts'

function EditComment(props: { site: TalkSite; comment: Comment; nameOf: NameOf; onDone: () => void }) {
  const { site, comment, nameOf, onDone } = props
  const text = useText()
  const { me } = useRenderer()
  const { change: save } = useTalk(site)
  const files = comment.files.map(({ id }) => id)
  const start = { ...emptyDraft, ...withNames(comment.text, nameOf), files, field: comment.field }
  const { draft, change, clear } = useCommentDraft(`${me}.${comment.id}`, start)
  const leave = () => {
    clear()
    onDone()
  }
  return (
    <CommentBox
      site={site}
      draft={draft}
      label={text('commentEdit')}
      send={text('save')}
      autoFocus
      onChange={change}
      onSend={async () => {
        if (await save(comment.id, draft)) leave()
      }}
      onCancel={leave}
    />
  )
}

function Tools(props: { site: TalkSite; comment: Comment; onReply?: () => void; onEdit: () => void }) {
  const text = useText()
  const { me } = useRenderer()
  const { rights } = useWorkspace()
  const { modal } = useSay()
  const { remove } = useTalk(props.site)
  if (rights[props.site.form]?.comments !== undefined) return null
  const ask = () =>
    modal.confirm({
      title: text('commentRemoveTitle'),
      content: text('commentRemoveText'),
      okText: text('remove'),
      okButtonProps: { danger: true },
      onOk: () => remove(props.comment.id),
    })
  return (
    <div className="talk-actions">
      {props.onReply !== undefined && (
        <Button type="link" size="small" onClick={props.onReply}>
          {text('reply')}
        </Button>
      )}
      {props.comment.author === me && (
        <>
          <Button type="link" size="small" onClick={props.onEdit}>
            {text('edit')}
          </Button>
          <Button type="link" size="small" onClick={ask}>
            {text('remove')}
          </Button>
        </>
      )}
    </div>
  )
}

export interface CommentLineProps {
  readonly site: TalkSite
  readonly comment: Comment
  readonly nameOf: NameOf
  /** What the field is called that it is about. */
  readonly field: string | undefined
  /** Another record that it is on. */
  readonly about?: ReactNode
  /** Answers are given where the record is. */
  readonly onReply?: () => void
}

/** A comment in the timeline: who, what is answered, the words, the files, and what one may do with it. */
export function CommentLine({ site, comment, nameOf, field, about, onReply }: CommentLineProps) {
  const text = useText()
  const [editing, setEditing] = useState(false)
  const { replyTo } = comment
  return (
    <li className="talk-comment">
      {about}
      <header>
        <MemberName id={comment.author} name={nameOf(comment.author)} />
        {field !== undefined && <span className="talk-about">{text('commentOn', { field })}</span>}
        <span className="pw-quiet">
          <Moment at={comment.at} />
          {comment.editedAt !== null && ` · ${text('commentEdited')}`}
        </span>
      </header>
      {replyTo !== null && (
        <blockquote className="talk-quote">
          {replyTo.author === null || replyTo.text === null ? (
            text('commentGone')
          ) : (
            <>
              {nameOf(replyTo.author)}: <CommentWords text={replyTo.text} nameOf={nameOf} />
            </>
          )}
        </blockquote>
      )}
      {editing ? (
        <EditComment site={site} comment={comment} nameOf={nameOf} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p className="talk-words">
            <CommentWords text={comment.text} nameOf={nameOf} />
          </p>
          <CommentFiles files={comment.files} />
          <Tools
            site={site}
            comment={comment}
            onEdit={() => setEditing(true)}
            {...(onReply && { onReply })}
          />
        </>
      )}
    </li>
  )
}
