import { FileList } from '@pipewright/renderer'
import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../texts/use-text.ts'
import type { CommentBoxProps } from './comment-box-props.ts'
import { About, Answered, AttachButton } from './comment-tools.tsx'
import { MentionBox } from './mention-box.tsx'
import { useUploads } from './use-uploads.ts'
import './talk.css'

/** Where a comment is written or changed. */
export function CommentBox(props: CommentBoxProps) {
  const { draft, onChange, fields = [] } = props
  const text = useText()
  const [busy, setBusy] = useState(false)
  const { upload, isRunning } = useUploads(draft.files, (files) => onChange({ files }))
  const isEmpty = draft.text.trim() === '' && draft.files.length === 0
  const send = async () => {
    if (busy || isRunning || isEmpty) return
    setBusy(true)
    await props.onSend()
    setBusy(false)
  }
  return (
    <div className="talk-box">
      <Answered draft={draft} onChange={onChange} />
      <MentionBox
        site={props.site}
        field={draft.field}
        value={draft.text}
        label={props.label}
        autoFocus={props.autoFocus === true}
        onChange={(value) => onChange({ text: value })}
        onMention={(mention) =>
          onChange({ mentions: [...draft.mentions.filter(({ id }) => id !== mention.id), mention] })
        }
        onSend={() => void send()}
        onFiles={(files) => void upload(files)}
      />
      <FileList
        ids={draft.files}
        onRemove={(gone) => onChange({ files: draft.files.filter((id) => id !== gone) })}
      />
      <div className="talk-tools">
        <AttachButton isRunning={isRunning} onFiles={(files) => void upload(files)} />
        <About draft={draft} fields={fields} onChange={onChange} />
        <span className="talk-space" />
        <span className="pw-quiet talk-hint">{text('commentKeys')}</span>
        {props.onCancel !== undefined && <Button onClick={props.onCancel}>{text('cancel')}</Button>}
        <Button type="primary" disabled={isEmpty || isRunning} loading={busy} onClick={() => void send()}>
          {props.send}
        </Button>
      </div>
    </div>
  )
}
