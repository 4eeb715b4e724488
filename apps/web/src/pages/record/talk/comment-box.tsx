import { FileList, useRenderer } from '@pipewright/renderer'
import { useSay } from '@pipewright/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../texts/use-text.ts'
import type { CommentBoxProps } from './comment-box-props.ts'
import { About, Answered, AttachButton } from './comment-tools.tsx'
import { MentionBox } from './mention-box.tsx'

/** Sends files one after the other; the draft holds them until it is sent. */
function useFiles({ draft, onChange }: Pick<CommentBoxProps, 'draft' | 'onChange'>) {
  const { data } = useRenderer()
  const text = useText()
  const { message } = useSay()
  const [running, setRunning] = useState(0)
  const upload = async (files: readonly File[]) => {
    setRunning((now) => now + 1)
    let held = draft.files
    for (const file of files) {
      try {
        held = [...held, (await data.uploadFile(file)).id]
        onChange({ files: held })
      } catch {
        message.error(text('uploadFailed', { name: file.name }))
      }
    }
    setRunning((now) => now - 1)
  }
  return { upload, isRunning: running > 0 }
}

/** Where a comment is written or changed. */
export function CommentBox(props: CommentBoxProps) {
  const { draft, onChange, fields = [] } = props
  const text = useText()
  const [busy, setBusy] = useState(false)
  const { upload, isRunning } = useFiles(props)
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
