import { readNamedRef } from '@pipewright/compiler'
import type { AnyRelationField } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import { finderOf, recordMatcher, type Finder, type KnownNames, type Matcher } from './finders.ts'

/**
 * Matches what "Account: Suzhou Precision" names, by the title of that form; of a title alone, the records that have it
 * in all the forms. Ids are answered with their form, as `account:0193…`.
 */
export async function anyMatcher(
  connection: Connection,
  scene: Scene,
  field: AnyRelationField,
  texts: readonly string[],
  names?: KnownNames,
): Promise<Matcher> {
  const forms = scene.app.index.options(field)
  const titles = texts.map((text) => readNamedRef(text, forms).title)
  const matchers = new Map<string, Matcher>()
  for (const { form } of field.targets) {
    const matchBy = scene.app.index.form(form)?.titleField ?? ''
    const all = [...new Set([...texts, ...titles])]
    const match = await recordMatcher(connection, scene, { form, matchBy }, all, names)
    matchers.set(form, match)
  }
  return (text) => {
    const { form: named, title } = readNamedRef(text, forms)
    return [...matchers]
      .filter(([form]) => named === undefined || form === named)
      .flatMap(([form, match]) => match(title).map((id) => `${form}:${id}`))
  }
}

export const anyFinder = async (...given: Parameters<typeof anyMatcher>): Promise<Finder> =>
  finderOf(await anyMatcher(...given))
