import type { LabelledScope } from '@pipewright/logic'
import type { Locale } from '@pipewright/metadata'
import { useState, type KeyboardEvent, type RefObject } from 'react'
import { applyCompletion, completions, wordAt, type Completion } from './complete-word.ts'

export interface CompletionInput {
  readonly text: string
  readonly scope: LabelledScope
  readonly locale: Locale
  readonly area: RefObject<HTMLTextAreaElement | null>
  readonly onText: (text: string) => void
}

/** The list under a formula: which entries, which one is chosen, and what keys do to it. */
export function useCompletion({ text, scope, locale, area, onText }: CompletionInput) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const [caret, setCaret] = useState(text.length)
  const word = wordAt(text, caret)
  const entries = open ? completions(word.text, scope, locale) : []
  const take = (completion: Completion) => {
    const next = applyCompletion(text, word, completion)
    onText(next.text)
    setCaret(next.caret)
    setOpen(false)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(next.caret, next.caret)
    })
  }
  const follow = (typed: string, position: number | null, typing: boolean) => {
    const at = position ?? typed.length
    setCaret(at)
    setChosen(0)
    setOpen(typing && wordAt(typed, at).text !== '')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const entry = entries[chosen]
    if (event.key === ' ' && event.ctrlKey) setOpen(true)
    else if (entry === undefined) return
    else if (event.key === 'ArrowDown') setChosen((chosen + 1) % entries.length)
    else if (event.key === 'ArrowUp') setChosen((chosen + entries.length - 1) % entries.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(entry)
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { entries, chosen, word, take, follow, close: () => setOpen(false), onKeyDown }
}
