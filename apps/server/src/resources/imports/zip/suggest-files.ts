import {
  fileNamesIn,
  foldHeader,
  type ColumnMapping,
  type FileSeparator,
  type FoundFile,
} from '@pipewright/compiler'
import type { FileColumn, FileFinder } from '@pipewright/db'
import type { Field } from '@pipewright/schemas'

const isMissing = (found: FoundFile): boolean => 'problem' in found && found.problem === 'file-missing'

const separators: readonly FileSeparator[] = [';', ',', '|']

/** With what between them most of the names in some cells are files, and in which share of the cells. */
function bestReading(samples: readonly string[], { find }: FileFinder) {
  const isThere = (name: string) => !isMissing(find(name))
  const filled = samples.filter((sample) => sample.trim() !== '')
  const shares = separators.map((separator) => {
    const read = filled.filter((cell) => isThere(cell) || fileNamesIn(cell, separator).every(isThere))
    return { separator, share: filled.length === 0 ? 0 : read.length / filled.length }
  })
  return shares.reduce((best, one) => (one.share > best.share ? one : best))
}

const isCalled = ({ key, label }: Field, name: string): boolean =>
  [key, label.en, label.zh].some((own) => own !== undefined && foldHeader(own) === foldHeader(name))

/** What columns that name files can fill. */
export interface FileTargets {
  readonly fields: readonly Field[]
  /** By columns, fields for files of line items that their headers name. */
  readonly inLines: ReadonlyMap<number, string>
}

/** Columns that name files fill the fields for files: one of the same name, else the next of the record that is free. */
export function suggestFiles(
  { fields, inLines }: FileTargets,
  columns: readonly FileColumn[],
  mapping: readonly ColumnMapping[],
  finder: FileFinder,
): ColumnMapping[] {
  const free = new Map(fields.filter(({ type }) => type === 'attachment').map((field) => [field.key, field]))
  const taken = new Set(mapping.flatMap(({ field }) => field ?? []))
  for (const key of taken) free.delete(key)
  return mapping.map((one): ColumnMapping => {
    const column = columns.find((each) => each.column === one.column)
    if (one.field !== null || column === undefined) return one
    const { separator, share } = bestReading(column.samples, finder)
    const inLine = inLines.get(one.column)
    const same = [...free.values()].find((field) => isCalled(field, column.name))
    const own = same ?? (share >= 0.5 ? [...free.values()][0] : undefined)
    const field = inLine !== undefined && !taken.has(inLine) ? inLine : own?.key
    if (field === undefined) return one
    free.delete(field)
    taken.add(field)
    return { ...one, field, ...(separator === ';' ? {} : { separator }) }
  })
}
