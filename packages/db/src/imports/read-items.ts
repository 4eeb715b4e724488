import type { ColumnMapping, FieldValue } from '@pipewright/compiler'
import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import type { RowProblem } from './import-job.ts'
import { previewTitles } from './preview-titles.ts'
import { rowReader, type MappedColumn } from './read-file-rows.ts'

export interface ReadItemRows {
  /** Only what the cells say: what is empty or could not be read is left to defaults. */
  readonly rows: Record<string, FieldValue>[]
  readonly problems: readonly RowProblem[]
  readonly titles: Readonly<Record<string, string>>
}

/** By its label, in the other language when it has none in the reader's. */
const named = ({ label, key }: Field, locale: 'en' | 'zh'): string => localize(label, locale) || key

/** Reads text as rows of line items; records and members are found by name, as far as the reader may see them. */
export async function readItemRows(
  connection: Connection,
  scene: Scene,
  fields: ReadonlyMap<string, Field>,
  mapping: readonly ColumnMapping[],
  cells: readonly (readonly string[])[],
): Promise<ReadItemRows> {
  const columns = mapping.flatMap((one): MappedColumn[] => {
    const field = one.field === null ? undefined : fields.get(one.field)
    return field === undefined ? [] : [{ mapping: one, field, name: named(field, scene.actor.locale) }]
  })
  const width = Math.max(0, ...cells.map((row) => row.length))
  const even = cells.map((row, at) => ({
    row: at + 1,
    cells: row.length === width ? row : [...row, ...Array<string>(width - row.length).fill('')],
  }))
  const read = await rowReader(scene, columns, width)(connection, even)
  const rows = read.map(({ values }) =>
    Object.fromEntries(
      Object.entries(values as Readonly<Record<string, FieldValue>>).filter(([, value]) => value !== null),
    ),
  )
  return {
    rows,
    problems: read.flatMap(({ problems }) => problems),
    titles: await previewTitles(
      connection,
      scene,
      columns.map(({ field }) => field),
      rows,
    ),
  }
}
