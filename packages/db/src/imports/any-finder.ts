import { readNamedRef } from '@pipewright/compiler'
import type { AnyRelationField } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import { recordFinder, type Finder } from './finders.ts'

/**
 * Finds what "Account: Suzhou Precision" names, by the title of that form; of a title alone, the one record that has it
 * in any of the forms. The id is answered with its form, as `account:0193…`.
 */
export async function anyFinder(
  connection: Connection,
  scene: Scene,
  field: AnyRelationField,
  texts: readonly string[],
): Promise<Finder> {
  const forms = scene.app.index.options(field)
  const titles = texts.map((text) => readNamedRef(text, forms).title)
  const finders = new Map<string, Finder>()
  for (const { form } of field.targets) {
    const title = scene.app.index.form(form)?.titleField ?? ''
    finders.set(form, await recordFinder(connection, scene, form, title, [...new Set([...texts, ...titles])]))
  }
  return (text) => {
    const { form: named, title } = readNamedRef(text, forms)
    const searched = [...finders].filter(([form]) => named === undefined || form === named)
    const found = searched.map(([form, find]) => [form, find(title)] as const)
    if (found.some(([, hit]) => hit === 'many')) return 'many'
    const hits = found.flatMap(([form, hit]) => (typeof hit === 'object' ? [`${form}:${hit.id}`] : []))
    const [id] = hits
    if (id === undefined) return 'none'
    return hits.length > 1 ? 'many' : { id }
  }
}
