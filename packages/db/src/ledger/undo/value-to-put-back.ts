import type { CompiledForm, CompiledItems } from '@pipewright/compiler'
import { isEntered } from '@pipewright/metadata'

type Row = Readonly<Record<string, unknown>>
type MayWrite = (path: string) => boolean

const rowsIn = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : [])

/** Rows as they are sent: those that are still there by their ids, the others anew, all by the columns one may write. */
function rowsToSend(items: CompiledItems, old: unknown, now: unknown, mayWrite: MayWrite): Row[] {
  const present = new Map(rowsIn(now).map((row) => [row['id'], row]))
  return rowsIn(old).map((row) => {
    const known = present.get(row['id'])
    const columns = [...items.fields.values()].flatMap((field): [string, unknown][] => {
      const { key } = field
      if (!isEntered(field) || !mayWrite(`${items.path}.${key}`)) return []
      const inner = items.inner.find((each) => each.field === field)
      return [
        [key, inner === undefined ? (row[key] ?? null) : rowsToSend(inner, row[key], known?.[key], mayWrite)],
      ]
    })
    return { ...(known === undefined ? {} : { id: row['id'] }), ...Object.fromEntries(columns) }
  })
}

/** What is sent to the write service to give a field a value that it had. */
export function valueToPutBack(
  form: CompiledForm,
  key: string,
  { old, now }: { readonly old: unknown; readonly now: unknown },
  mayWrite: MayWrite,
): unknown {
  const items = form.items.find(({ field }) => field.key === key)
  return items === undefined ? (old ?? null) : rowsToSend(items, old, now, mayWrite)
}
