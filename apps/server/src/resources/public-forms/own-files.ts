import type { Values } from '@pipewright/contract'
import { refuseField } from '../../problems/refusal.ts'
import type { PublicScene } from './public-scene.ts'

/** Where files are named in the values, with what is named there. */
export function namedFiles({ app, form }: PublicScene['page'], values: Values) {
  const compiled = app.form(form)
  const own = Object.entries(values).filter(([key]) => compiled?.fields.get(key)?.type === 'attachment')
  const rows = (compiled?.items ?? []).flatMap((items) => {
    const columns = [...items.fields.values()].filter(({ type }) => type === 'attachment')
    const value = values[items.field.key]
    return (Array.isArray(value) ? value : []).flatMap((row, position) =>
      columns.map(({ key }): [string, unknown] => [
        `${items.field.key}/${position}/${key}`,
        typeof row === 'object' && row !== null && !Array.isArray(row) ? row[key] : null,
      ]),
    )
  })
  return [...own, ...rows]
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
