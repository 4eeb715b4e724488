import { conditionHolds, planTitles, shownValues, stepRecords, type FieldValue } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { conversionSource, type ConversionSource } from './conversion-source.ts'
import { noteTargets } from './field-target.ts'
import { findMatches, type Match } from './find-matches.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, run, type Scene } from './scene.ts'

export interface ConversionPreview {
  readonly steps: readonly {
    readonly key: string
    readonly form: string
    readonly records: readonly Readonly<Record<string, FieldValue>>[]
    readonly matches: readonly Match[]
  }[]
  readonly titles: Readonly<Record<string, string>>
}

/** Ids in the shown values, by what they are ids of. */
function mentioned(scene: Scene, steps: ConversionPreview['steps']): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>()
  const add = (form: string, lineItems: string | undefined, key: string, value: unknown) => {
    const field = scene.app.index.field(lineItems === undefined ? form : { form, lineItems }, key)?.field
    noteTargets(wanted, field, value)
    if (field?.type !== 'lineItems' || !Array.isArray(value)) return
    for (const row of value as readonly Readonly<Record<string, unknown>>[])
      for (const [column, cell] of Object.entries(row)) add(form, key, column, cell)
  }
  for (const { form, records } of steps)
    for (const values of records)
      for (const [key, value] of Object.entries(values)) add(form, undefined, key, value)
  return wanted
}

async function stepsOf(
  connection: Connection,
  scene: Scene,
  { conversion, writing, data, form }: ConversionSource,
): Promise<ConversionPreview['steps']> {
  const steps: ConversionPreview['steps'][number][] = []
  for (const step of conversion.creates) {
    if (!conditionHolds(writing, step.when, data)) continue
    const records = stepRecords(writing, step, data).map((values) =>
      shownValues(scene.app.index, scene.rights, form.key, step, values),
    )
    const found =
      step.matchFields === undefined || scene.rights.forms[step.form]?.read !== true
        ? undefined
        : await findMatches(connection, scene, step.form, {
            values: records[0] ?? {},
            fields: step.matchFields,
          })
    steps.push({ key: step.key, form: step.form, records, matches: found?.ok === true ? found.matches : [] })
  }
  return steps
}

/** What a conversion would make, as far as the actor may see it, with possible duplicates per step. */
export async function previewConversion(
  tx: Connection,
  scene: Scene,
  form: string,
  id: string,
  conversion: string,
): Promise<Outcome<{ readonly preview: ConversionPreview }>> {
  const found = await conversionSource(tx, scene, form, id, conversion)
  if (!found.ok) return found
  const steps = await stepsOf(tx, scene, found.source)
  const statement = planTitles(readSceneOf(scene), mentioned(scene, steps))
  const titles = statement === undefined ? [] : await run<{ id: string; title: string | null }>(tx, statement)
  return {
    ok: true,
    preview: {
      steps,
      titles: Object.fromEntries(titles.flatMap((row) => (row.title === null ? [] : [[row.id, row.title]]))),
    },
  }
}
