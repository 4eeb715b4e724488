import type { Connection } from '../connection/connection.ts'
import { notify } from '../notifications/notify.ts'
import type { Scene } from '../records/scene.ts'
import { mentionedIn } from './comment-text.ts'
import { readersAmong, type CommentPlace } from './readers.ts'

export interface Told {
  /** What the comment says now, and what it said before when it was changed. */
  readonly text: string
  readonly before?: string
  /** Who wrote what it answers. */
  readonly answers?: string | null
}

/**
 * Tells whom a comment names, once each, and whom it answers; only those who may read it. Answers who is named and may not.
 */
export async function tellComment(
  tx: Connection,
  scene: Scene,
  place: CommentPlace,
  { text, before = '', answers = null }: Told,
): Promise<readonly string[]> {
  const named = mentionedIn(text).filter((member) => member !== scene.actor.memberId)
  const asked = answers === null ? named : [...new Set([...named, answers])]
  const readers = new Set(await readersAmong(tx, scene, place, asked))
  const known = new Set(mentionedIn(before))
  const { form, record } = place
  const fresh = named.filter((member) => readers.has(member) && !known.has(member))
  await notify(tx, scene, { kind: 'mentioned', members: fresh, form, record })
  if (answers !== null && readers.has(answers) && !named.includes(answers))
    await notify(tx, scene, { kind: 'replied', members: [answers], form, record })
  return named.filter((member) => !readers.has(member))
}
