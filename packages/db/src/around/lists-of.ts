import { layoutsOf } from '@pipewright/metadata'
import type { RelatedList } from '@pipewright/schemas'
import type { Scene } from '../records/scene.ts'

/** Every list of related records that a form shows in one of its layouts, each once. */
export function listsOf(scene: Scene, key: string): RelatedList[] {
  const form = scene.app.index.form(key)
  if (form === undefined) return []
  const lists = layoutsOf(form).flatMap(({ related = [] }) => related)
  return [...new Map(lists.map((list) => [`${list.form}.${list.field}`, list])).values()]
}
