import type { Draft, Impact } from '@pipewright/contract'
import type { Draft as StoredDraft, Impact as MeasuredImpact } from '@pipewright/db'

export const draftAnswer = ({ changes, ...draft }: StoredDraft): Draft => ({
  ...draft,
  changes: changes.map((change) => ({ ...change })),
})

export const impactAnswer = ({ changes, blocked, statements }: MeasuredImpact): Impact => ({
  changes: changes.map(({ text, effects }) => ({
    text: { ...text },
    effects: effects.map((effect) => ({ severity: effect.severity, text: { ...effect.text } })),
  })),
  blocked,
  statements,
})
