import type { FieldProblem } from '@pipewright/contract'
import { placeOf } from '../engine/place-of-pointer.ts'

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

type Cells = ReadonlyMap<string, string>

function exchangeTexts(book: Cells, before: Cells | undefined, now: Cells | undefined): Cells {
  const kept = [...book].filter(([place, text]) => before?.get(place) !== text)
  return new Map([...(now ?? []), ...kept])
}

/** The book without what was said before and with what is to be said now; what else is wrong at a place goes first. */
export function exchange(book: ProblemBook, before: ProblemBook, now: ProblemBook): ProblemBook {
  if (before.fields.size + before.cells.size + now.fields.size + now.cells.size === 0) return book
  const tables = new Set([...book.cells.keys(), ...now.cells.keys()])
  const cells = [...tables].map((field) => {
    const own = book.cells.get(field) ?? new Map<string, string>()
    return [field, exchangeTexts(own, before.cells.get(field), now.cells.get(field))] as const
  })
  return {
    fields: exchangeTexts(book.fields, before.fields, now.fields),
    cells: new Map(cells.filter(([, found]) => found.size > 0)),
    general: book.general,
  }
}
