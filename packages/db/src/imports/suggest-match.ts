import { isMatchField, titlesIn, type ColumnMapping } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { readSceneOf, type Scene } from '../records/scene.ts'
import { recordFinder } from './finders.ts'

/** Fields by which a record is told from all others: its title, its keys. */
function candidates(scene: Scene, form: string): string[] {
  const target = scene.app.form(form)
  if (target === undefined) return []
  const own = [...target.fields.values()].filter(
    (field) =>
      field.type === 'autoNumber' ||
      ('unique' in field && field.unique === true) ||
      field.key === target.form.titleField,
  )
  const title = target.form.titleField
  const keys = own
    .map(({ key }) => key)
    .toSorted((one, other) => Number(other === title) - Number(one === title))
  return keys.filter((key) => isMatchField(readSceneOf(scene), form, key))
}

/** By which field of the other form the records of a column are found best; its title where none is better. */
async function bestMatch(
  connection: Connection,
  scene: Scene,
  form: string,
  samples: readonly string[],
): Promise<string | undefined> {
  const texts = [...new Set(samples.map((sample) => sample.trim()).filter((sample) => sample !== ''))]
  let best: { key: string; hits: number } | undefined
  for (const key of candidates(scene, form)) {
    const find = await recordFinder(connection, scene, { form, matchBy: key }, texts)
    const hits = texts.filter((text) => typeof find(text) === 'object').length
    if (best === undefined || hits > best.hits) best = { key, hits }
  }
  return best?.key
}

/** Completes a suggestion: relations say by what their records are found. */
export async function suggestMatches(
  connection: Connection,
  scene: Scene,
  fields: ReadonlyMap<string, Field>,
  mapping: readonly ColumnMapping[],
  samplesOf: (column: number) => readonly string[],
): Promise<ColumnMapping[]> {
  const completed: ColumnMapping[] = []
  for (const column of mapping) {
    const field = column.field === null ? undefined : fields.get(column.field)
    const matchBy =
      field?.type === 'relation' || field?.type === 'relations'
        ? await bestMatch(
            connection,
            scene,
            field.form,
            field.type === 'relations'
              ? samplesOf(column.column).flatMap(titlesIn)
              : samplesOf(column.column),
          )
        : undefined
    completed.push(matchBy === undefined ? column : { ...column, matchBy })
  }
  return completed
}
