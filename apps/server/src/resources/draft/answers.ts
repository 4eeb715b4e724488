import type { Draft, Impact, TypeChange } from '@pipewright/contract'
import type { Draft as StoredDraft, DraftImpact, TypeChangePreview } from '@pipewright/db'
import { problemText } from '@pipewright/metadata'

export const draftAnswer = ({ changes, ...draft }: StoredDraft): Draft => ({
  ...draft,
  changes: changes.map((change) => ({ ...change })),
})

export const typeChangeAnswer = ({ examples, kept, ...counted }: TypeChangePreview): TypeChange => ({
  ...counted,
  examples: examples.map((example) => ({ ...example })),
  kept: [...kept],
})

export const impactAnswer = ({ changes, blocked, statements, problems, token }: DraftImpact): Impact => ({
  changes: changes.map(({ text, effects }) => ({
    text: { ...text },
    effects: effects.map((effect) => ({
      severity: effect.severity,
      text: { ...effect.text },
      records: (effect.records ?? []).map(({ why, ...one }) => ({ ...one, ...(why && { why: { ...why } }) })),
    })),
  })),
  blocked,
  statements,
  token,
  problems: problems.map((problem) => ({
    pointer: problem.pointer,
    text: { en: problemText(problem, 'en'), zh: problemText(problem, 'zh') },
  })),
})
