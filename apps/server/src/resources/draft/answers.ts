import type { Draft, Impact } from '@pipewright/contract'
import type { Draft as StoredDraft, DraftImpact } from '@pipewright/db'
import { problemText } from '@pipewright/metadata'

export const draftAnswer = ({ changes, ...draft }: StoredDraft): Draft => ({
  ...draft,
  changes: changes.map((change) => ({ ...change })),
})

export const impactAnswer = ({ changes, blocked, statements, problems }: DraftImpact): Impact => ({
  changes: changes.map(({ text, effects }) => ({
    text: { ...text },
    effects: effects.map((effect) => ({ severity: effect.severity, text: { ...effect.text } })),
  })),
  blocked,
  statements,
  problems: problems.map((problem) => ({
    pointer: problem.pointer,
    text: { en: problemText(problem, 'en'), zh: problemText(problem, 'zh') },
  })),
})
