import type { RecordAnswer } from '@pipewright/contract'
import { useRenderer } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { useSay } from '@pipewright/ui'
import { useState, type RefObject } from 'react'
import { useText } from '../../../texts/use-text.ts'
import { draftAt } from './follow-up-draft.ts'
import type { NotedIn } from './use-follow-up-log.ts'
import { useKinds } from './use-kinds.ts'
import { useSendFollowUp } from './use-send-follow-up.ts'

export interface FollowUpSheetProps {
  readonly form: Form
  readonly record: RecordAnswer
  readonly noted: NotedIn
  readonly onClose: () => void
}

/** Puts words behind those that are there, as if they were typed: nothing is drawn anew, so dictation goes on. */
function putIn(box: HTMLTextAreaElement, words: string): void {
  const begins = box.value === '' || box.value.endsWith('\n')
  box.focus()
  box.setRangeText(begins ? words : `\n${words}`, box.value.length, box.value.length, 'end')
}

/** The state of the sheet; the words are those of the box alone. */
export function useSheet(
  { form, record, noted, onClose }: FollowUpSheetProps,
  box: RefObject<HTMLTextAreaElement | null>,
) {
  const { me } = useRenderer()
  const text = useText()
  const { message } = useSay()
  const draft = draftAt(`${me}.${record.id}`)
  const kinds = useKinds(noted)
  const [start] = useState(draft.read)
  const [kind, setKind] = useState(start.kind ?? kinds.first)
  const [next, setNext] = useState(start.next)
  const [busy, setBusy] = useState(false)
  const send = useSendFollowUp(form.key, record.id)
  const choose = (chosen: { kind?: string; next?: string | null }) => {
    if (chosen.kind !== undefined) setKind(chosen.kind)
    if (chosen.next !== undefined) setNext(chosen.next)
    draft.keep(chosen)
  }
  const save = async () => {
    const words = box.current?.value ?? ''
    if (words.trim() === '') {
      message.warning(text('followUpEmpty'))
      return box.current?.focus()
    }
    // What was typed is sent under the same key however often it is sent; a changed draft has another one.
    const kept = draft.read()
    if (kept.text !== words || kept.sending === '') draft.keep({ text: words })
    setBusy(true)
    const isSaved = await send({ text: words, kind, next, sending: draft.read().sending })
    setBusy(false)
    if (!isSaved) return
    draft.clear()
    onClose()
  }
  const write = () => draft.keep({ text: box.current?.value ?? '' })
  const template = (words: string, of: string | undefined) => {
    if (box.current === null) return
    putIn(box.current, words)
    write()
    if (of !== undefined) choose({ kind: of })
  }
  return { start, kinds: kinds.options, kind, next, busy, choose, save, write, template }
}
