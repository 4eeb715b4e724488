import type { FieldProblem } from '@pipewright/contract'
import { placeOf } from '../engine/field-issue.ts'

/** Problems by field: the one of the field itself, those of its cells, and those of no field. */
export interface ProblemBook {
  readonly fields: ReadonlyMap<string, string>
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly general: readonly string[]
}

export const noProblems: ProblemBook = { fields: new Map(), cells: new Map(), general: [] }

export function openBook(problems: readonly FieldProblem[], known: (field: string) => boolean): ProblemBook {
  const fields = new Map<string, string>()
  const cells = new Map<string, Map<string, string>>()
  const general: string[] = []
  for (const { pointer, message } of problems) {
    const [field, ...inside] = placeOf(pointer)
    if (field === undefined || !known(field)) general.push(message)
    else if (inside.length < 2) fields.set(field, fields.get(field) ?? message)
    else
      cells.set(field, (cells.get(field) ?? new Map<string, string>()).set(`/${inside.join('/')}`, message))
  }
  return { fields, cells, general: [...new Set(general)] }
}

/** The book with the findings about some fields replaced by new ones. */
export function turnPage(book: ProblemBook, about: readonly string[], found: ProblemBook): ProblemBook {
  const fields = new Map([...book.fields].filter(([field]) => !about.includes(field)))
  const cells = new Map([...book.cells].filter(([field]) => !about.includes(field)))
  for (const field of about) {
    const own = found.fields.get(field)
    const inside = found.cells.get(field)
    if (own !== undefined) fields.set(field, own)
    if (inside !== undefined) cells.set(field, inside)
  }
  return { fields, cells, general: book.general }
}
