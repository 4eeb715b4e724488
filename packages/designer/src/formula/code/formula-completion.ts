import {
  autocompletion,
  snippetCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { nameEntries, wordAt, type NameEntry } from '../names/name-entries.ts'
import type { Current } from './current.ts'

function note(entry: NameEntry): Node {
  const box = document.createElement('div')
  box.textContent = entry.help
  return box
}

/** A function comes with its brackets, unless they stand there already. */
function applyFunction(name: string) {
  return (view: EditorView, completion: Completion, from: number, to: number) => {
    const hasBracket = /^[(（]/.test(view.state.sliceDoc(to, to + 1))
    if (hasBracket)
      view.dispatch({ changes: { from, to, insert: name }, selection: { anchor: from + name.length + 1 } })
    else {
      const { apply } = snippetCompletion(`${name}(\${})`, completion)
      if (typeof apply === 'function') apply(view, completion, from, to)
    }
  }
}

const optionOf = (entry: NameEntry): Completion => ({
  label: entry.label,
  detail: entry.detail,
  type: entry.kind,
  apply: entry.kind === 'function' ? applyFunction(entry.insert) : entry.insert,
  ...(entry.help === '' ? {} : { info: () => note(entry) }),
})

/** Fields by label and key, through relations too, and functions by all their names. */
export const formulaCompletion = (current: Current) =>
  autocompletion({
    icons: false,
    closeOnBlur: true,
    optionClass: ({ type }) => `pwd-code-option-${type ?? 'field'}`,
    override: [
      (context: CompletionContext): CompletionResult | null => {
        const word = wordAt(context.state.doc.toString(), context.pos)
        if (word.text === '' && !context.explicit) return null
        const { scope, locale } = current()
        const options = nameEntries(word.text, scope, locale).map(optionOf)
        // Names are ranked here, by label and by key at once.
        return options.length === 0 ? null : { from: word.from, options, filter: false }
      },
    ],
  })
