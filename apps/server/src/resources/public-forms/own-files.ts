import type { CompiledItems } from '@pipewright/compiler'
import type { Values } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { refuseField } from '../../problems/refusal.ts'
import type { PublicScene } from './public-scene.ts'

interface Place {
  readonly fields: ReadonlyMap<string, Field>
  readonly rows: readonly CompiledItems[]
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where files are named in a record or a row, with what is named there; also in the rows inside it. */
function namedIn({ fields, rows }: Place, values: Values, at: string): [string, unknown][] {
  const own = Object.entries(values)
    .filter(([key]) => fields.get(key)?.type === 'attachment')
    .map(([key, value]): [string, unknown] => [at + key, value])
  const inRows = rows.flatMap((items) => {
    const { key } = items.field
    const value = values[key]
    return (Array.isArray(value) ? value : []).flatMap((row, position) =>
      isObject(row)
        ? namedIn({ fields: items.fields, rows: items.inner }, row, `${at}${key}/${position}/`)
        : [],
    )
  })
  return [...own, ...inRows]
}

function namedFiles({ app, form }: PublicScene['page'], values: Values): [string, unknown][] {
  const compiled = app.form(form)
  return compiled === undefined ? [] : namedIn({ fields: compiled.fields, rows: compiled.items }, values, '')
}

/** Only files that came with this visit, or were there before, can be attached (FI-06). */
export function refuseForeignFiles(
  page: PublicScene['page'],
  values: Values,
  own: ReadonlySet<string>,
): void {
  for (const [place, value] of namedFiles(page, values))
    if (Array.isArray(value) && !value.every((id) => typeof id === 'string' && own.has(id)))
      refuseField(`/values/${place}`, 'no-such-file')
}

/** Ids of all files in the values of an answer. */
export const filesIn = (page: PublicScene['page'], values: Values): string[] =>
  namedFiles(page, values).flatMap(([, value]) =>
    Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [],
  )
