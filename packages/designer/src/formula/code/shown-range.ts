import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

/** Marks a stretch of text, for a moment; null takes the mark away. */
export const showRange = StateEffect.define<{ readonly from: number; readonly to: number } | null>()

const mark = Decoration.mark({ class: 'pwd-code-shown' })

export const shownRange = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    if (transaction.docChanged) return Decoration.none
    for (const effect of transaction.effects)
      if (effect.is(showRange))
        return effect.value === null || effect.value.from >= effect.value.to
          ? Decoration.none
          : Decoration.set(mark.range(effect.value.from, effect.value.to))
    return shown
  },
  provide: (field) => EditorView.decorations.from(field),
})
