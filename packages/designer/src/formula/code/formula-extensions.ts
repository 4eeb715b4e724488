import { acceptCompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder, tooltips } from '@codemirror/view'
import type { Current } from './current.ts'
import { formulaCompletion } from './formula-completion.ts'
import { formulaHover } from './formula-hover.ts'
import { formulaLanguage } from './formula-language.ts'
import { shownRange } from './shown-range.ts'

/**
 * Everything the editor does. Tab takes a suggestion only while the list is open, so that Escape and Tab lead out of the
 * text; while a composition is under way no key means anything else.
 */
export function formulaExtensions(current: Current): Extension[] {
  const { label, describedBy } = current()
  return [
    history(),
    formulaLanguage,
    bracketMatching(),
    closeBrackets(),
    formulaCompletion(current),
    formulaHover(current),
    shownRange,
    EditorView.lineWrapping,
    placeholder(current().placeholder),
    tooltips({ position: 'fixed', parent: document.body }),
    keymap.of([
      { key: 'Tab', run: acceptCompletion },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...lintKeymap,
    ]),
    EditorView.contentAttributes.of(() => ({
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': String(current().problems.length > 0),
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
    })),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) current().onText(update.state.doc.toString())
      if (update.docChanged || update.selectionSet) current().onCaret(update.state.selection.main.head)
    }),
    EditorView.domEventHandlers({ blur: () => current().onBlur() }),
  ]
}
