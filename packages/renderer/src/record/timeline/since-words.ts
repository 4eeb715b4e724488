import type { HistoryEvent, Look } from '@pipewright/contract'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useFormat } from '../../formats/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { eventWords, type EventScene, type EventWords } from './event-words.ts'

export interface SinceWords {
  /** What each of the others did, in sentences as in the timeline. */
  readonly said: readonly (EventWords & { readonly key: string })[]
  /** A sentence per field. */
  readonly fields: ReadonlyMap<string, string>
}

const eventOf = (member: string | null, changes: Look['changes']): HistoryEvent => ({
  id: member ?? '',
  at: changes[0]?.at ?? '',
  kind: 'update',
  member,
  cause: { type: 'person' },
  changes: changes.map(({ field, old, new: now }) => ({ field, old, new: now })),
})

/** What others changed since somebody looked, in words. */
export function useSinceWords(
  form: string,
  { changes, titles: known }: Pick<Look, 'changes' | 'titles'>,
): SinceWords {
  const { index, locale, titles } = useRenderer()
  const t = useTexts()
  const format = useFormat(known)
  const scene: EventScene = { index, form, locale, t, format, name: (id) => known[id] ?? titles.find(id) }
  const said = [...Map.groupBy(changes, ({ member }) => member)].map(([member, of]) => ({
    ...eventWords(eventOf(member, of), scene),
    key: member ?? '',
  }))
  const fields = changes.map(
    (change) => [change.field, eventWords(eventOf(change.member, [change]), scene).sentence] as const,
  )
  return { said, fields: new Map(fields) }
}
