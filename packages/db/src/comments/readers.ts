import { mayReadComments, mayReadField, planTitles, readableForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { sceneOfMember } from '../people/scene-of-member.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'

/** Where a comment stands. */
export interface CommentPlace {
  readonly form: string
  readonly record: string
  /** The field it is about; null for the record as a whole. */
  readonly field: string | null
}

export async function mayReadComment(
  connection: Connection,
  scene: Scene,
  { form, record, field }: CommentPlace,
): Promise<boolean> {
  const rights = readableForm(scene.rights, form)
  if (rights === undefined || !mayReadComments(rights)) return false
  if (field !== null && !mayReadField(rights, field)) return false
  const statement = planTitles(readSceneOf(scene), new Map([[form, new Set([record])]]))
  return statement !== undefined && (await run(connection, statement)).length > 0
}

/** Those of the members who may read comments there, by their own rights. */
export async function readersAmong(
  connection: Connection,
  scene: Scene,
  place: CommentPlace,
  members: readonly string[],
): Promise<string[]> {
  const readers: string[] = []
  for (const member of members) {
    const theirs = await sceneOfMember(connection, scene, member)
    if (theirs !== undefined && (await mayReadComment(connection, theirs, place))) readers.push(member)
  }
  return readers
}
