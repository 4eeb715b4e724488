import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import { useRenderer } from '@pipewright/renderer'
import { Button, Select } from 'antd'
import { useRef } from 'react'
import { useText } from '../../../texts/use-text.ts'
import type { CommentBoxProps } from './comment-box-props.ts'
import { commentParts } from './comment-parts.ts'
import './talk.css'

/** What is answered, with the way not to. */
export function Answered({ draft, onChange }: Pick<CommentBoxProps, 'draft' | 'onChange'>) {
  const text = useText()
  const { titles } = useRenderer()
  if (draft.replyTo === null) return null
  const name = (id: string) => titles.find(id) ?? text('somebody')
  const words = commentParts(draft.replyTo.text).map((part) =>
    part.type === 'mention' ? `@${name(part.id)}` : part.text,
  )
  return (
    <div className="talk-quote">
      <span>
        {text('replyingTo', { name: name(draft.replyTo.author) })} {words.join('')}
      </span>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={text('replyCancel')}
        onClick={() => onChange({ replyTo: null })}
      />
    </div>
  )
}

/** Opens the files of the device; pasted pictures come without it. */
export function AttachButton(props: {
  isRunning: boolean
  label?: string
  onFiles: (files: readonly File[]) => void
}) {
  const text = useText()
  const label = props.label ?? text('commentFiles')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button
        type="text"
        icon={<PaperClipOutlined />}
        loading={props.isRunning}
        aria-label={label}
        title={label}
        onClick={() => input.current?.click()}
      />
    </>
  )
}

/** Which field it is about; an answer is about what it answers. */
export function About({
  draft,
  fields = [],
  onChange,
}: Pick<CommentBoxProps, 'draft' | 'fields' | 'onChange'>) {
  const text = useText()
  if (fields.length === 0 || draft.replyTo !== null) return null
  return (
    <Select
      size="small"
      variant="borderless"
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      aria-label={text('commentAbout')}
      value={draft.field ?? ''}
      options={[{ value: '', label: text('commentAboutRecord') }, ...fields]}
      onChange={(field) => onChange({ field: field === '' ? null : field })}
    />
  )
}
