import { fileFields, type CompiledForm } from '@pipewright/compiler'
import type { Import } from '@pipewright/contract'
import { previewTitles, type Connection } from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'

type Values = Import['preview'][number]['values']
type Line = Readonly<Record<string, unknown>>

const isLines = (value: unknown): value is readonly Line[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)

/** Of the values of rows, those of fields that may still be read; of line items also without the columns that may not. */
export function readableValues({ rights }: MemberScene, form: CompiledForm) {
  const fields = rights.forms[form.key]?.fields ?? {}
  const tables = new Set(form.items.map(({ field }) => field.key))
  const lineOf = (items: string, line: Line): Line =>
    Object.fromEntries(
      Object.entries(line).filter(([key]) => key === 'id' || Object.hasOwn(fields, `${items}.${key}`)),
    )
  return (values: Line): Values =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([key]) => Object.hasOwn(fields, key))
        .map(([key, value]) => [
          key,
          tables.has(key) && isLines(value) ? value.map((line) => lineOf(key, line)) : value,
        ]),
    ) as Values
}

/** Lines as they will be: what a row names of a line stands over what the line holds now. */
export function wholeLines(form: CompiledForm, values: Line, was: Line | null): Line {
  const tables = form.items.flatMap(({ field: { key } }): [string, unknown][] => {
    const [lines, before] = [values[key], was?.[key]]
    if (!isLines(lines) || !isLines(before)) return []
    const known = new Map(before.map((line) => [line['id'], line]))
    return [[key, lines.map((line) => ({ ...known.get(line['id']), ...line }))]]
  })
  return { ...values, ...Object.fromEntries(tables) }
}

/** Titles of what values and lines point to, as far as the importer may see it. */
export function namedTitles(
  connection: Connection,
  scene: MemberScene,
  form: CompiledForm,
  rows: readonly Values[],
): Promise<Record<string, string>> {
  const lines = form.items.flatMap(({ field: { key } }) =>
    rows.flatMap((values) => {
      const own: unknown = values[key]
      const some = isLines(own) ? own : []
      return some.map((line) =>
        Object.fromEntries(Object.entries(line).map(([of, value]) => [`${key}.${of}`, value])),
      )
    }),
  )
  return previewTitles(connection, scene, fileFields(form).values(), [...rows, ...lines])
}
