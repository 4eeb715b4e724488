import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { Modal } from 'antd'
import { CommentBox } from '../pages/record/talk/comment-box.tsx'
import { emptyDraft, useCommentDraft, type CommentDraft } from '../pages/record/talk/comment-draft.ts'
import { withNames, withTokens } from '../pages/record/talk/comment-parts.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { useKeep, type WaitingEditProps } from './use-keep.ts'
import { useMemberName } from './use-member-name.ts'
import { WaitingMark } from './waiting-mark.tsx'

/** Changes a comment that waits to be sent. */
export function WaitingComment(props: WaitingEditProps) {
  const { entry, onClose } = props
  const { params, body } = entry
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const nameOf = useMemberName()
  const keep = useKeep(props)
  const { form = '', id = '' } = params
  const written = body as { text: string; files?: readonly string[]; field?: string }
  const start: CommentDraft = {
    ...emptyDraft,
    ...withNames(written.text, nameOf),
    files: written.files ?? [],
    field: written.field ?? null,
  }
  const { draft, change, clear } = useCommentDraft(`${app.member.id}.${entry.id}`, start)
  const fields = app.definition.forms
    .find(({ key }) => key === form)
    ?.fields.filter(({ key }) => app.rights[form]?.fields[key] !== undefined)
    .map(({ key, label }) => ({ value: key, label: localize(label, locale) }))
  const leave = () => {
    clear()
    onClose()
  }
  const save = async () => {
    const { field: _before, ...rest } = written
    const field = draft.field === null ? { field: undefined } : { field: draft.field }
    const words = { text: withTokens(draft.text, draft.mentions), files: [...draft.files] }
    if (await keep({ ...rest, ...words, ...field })) clear()
  }
  return (
    <Modal open title={text('commentEdit')} footer={null} onCancel={leave}>
      <p>
        <WaitingMark entry={entry} />
      </p>
      <CommentBox
        site={{ form, id }}
        draft={draft}
        fields={fields ?? []}
        label={text('commentEdit')}
        send={text('save')}
        autoFocus
        onChange={change}
        onSend={save}
        onCancel={leave}
      />
    </Modal>
  )
}
