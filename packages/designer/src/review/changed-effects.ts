import type { Impact } from '@pipewright/contract'
import type { LocalizedText } from '@pipewright/schemas'

/** An effect that is not what it was: new, gone, or with other figures. */
export interface ChangedEffect {
  readonly was?: LocalizedText
  readonly now?: LocalizedText
}

const effectsOf = (impact: Impact): LocalizedText[] =>
  impact.changes.flatMap(({ effects }) => effects.map(({ text }) => text))

/** What publishing would do otherwise than when it was looked at; what stayed the same is left out. */
export function changedEffects(before: Impact, after: Impact): ChangedEffect[] {
  const [was, now] = [effectsOf(before), effectsOf(after)]
  const isIn = (list: readonly LocalizedText[], text: LocalizedText) => list.some(({ en }) => en === text.en)
  return [
    ...was.filter((text) => !isIn(now, text)).map((text) => ({ was: text })),
    ...now.filter((text) => !isIn(was, text)).map((text) => ({ now: text })),
  ]
}
