import type { Field } from '@pipewright/schemas'
import { valueTypeOf } from '@pipewright/metadata'
import type { FieldValue } from '../records/value.ts'
import type { CellKind, CellRead, CellReading, CellType, CellWriting } from './cell-type.ts'
import { cellTypes } from './cells/index.ts'
import { guardFormula, unguardFormula } from './formula-guard.ts'

const typeOf = (field: Field): CellType<Field> => cellTypes[field.type] as CellType<Field>

/** Whether a column of a table can fill the field at all. */
export const isImportable = (field: Field): boolean => typeOf(field).importable

/** What a spreadsheet should take the cells of a field for. */
export const cellKind = (field: Field): CellKind => cellTypes[valueTypeOf(field)].kind

/** Value of a cell; blank is empty. Whether the value is allowed is for the write path to say. */
export function readCell(field: Field, text: string, reading: CellReading): CellRead {
  if (text.trim() === '') return { ok: true, value: null }
  return typeOf(field).read(field, unguardFormula(text), reading)
}

function plainCell(field: Field, value: FieldValue, writing: CellWriting): string {
  return value === null ? '' : typeOf(field).write(field, value, writing)
}

/** Text of a value, which `readCell` reads back as the same value; text is kept from being run as a formula. */
export function writeCell(field: Field, value: FieldValue, writing: Omit<CellWriting, 'cell'>): string {
  const within: CellWriting = { ...writing, cell: (inner, own) => plainCell(inner, own, within) }
  const text = plainCell(field, value, within)
  return cellKind(field) === 'text' ? guardFormula(text) : text
}
