import type { ImportColumn, UnclearName } from '@pipewright/contract'

/** What was chosen for names: `account:0193…` for a record, `_person:0193…` for a member or department, `+account` for a new one; by the key of the name. */
export type Chosen = ReadonlyMap<string, string>

export const nameKey = ({ column, text }: UnclearName): string => `${column} ${text}`

const folded = (title: string): string => title.normalize('NFKC').toLowerCase().trim()

/** New records that are wanted, each once however often and however large it is written. */
export function wantedRecords(
  names: readonly UnclearName[],
  chosen: Chosen,
): readonly { readonly form: string; readonly title: string }[] {
  const wanted = new Map<string, { form: string; title: string }>()
  for (const name of names) {
    const choice = chosen.get(nameKey(name))
    if (choice?.startsWith('+') !== true) continue
    const form = choice.slice(1)
    const key = `${form} ${folded(name.title)}`
    if (!wanted.has(key)) wanted.set(key, { form, title: name.title })
  }
  return [...wanted.values()]
}

/** The columns with what was chosen for their names, beside what was chosen before; `isAny` tells relations to any of several forms. */
export const withChosen = (
  mapping: readonly ImportColumn[],
  names: readonly UnclearName[],
  chosen: Chosen,
  isAny: (field: string) => boolean,
): ImportColumn[] =>
  mapping.map((column) => {
    const own = names.flatMap((name) => {
      const choice = name.column === column.column ? chosen.get(nameKey(name)) : undefined
      if (choice === undefined || choice.startsWith('+')) return []
      const record = isAny(name.field) ? choice : choice.slice(choice.indexOf(':') + 1)
      return [{ text: name.text, record }]
    })
    if (own.length === 0) return column
    const texts = new Set(own.map(({ text }) => text))
    return { ...column, picks: [...(column.picks ?? []).filter(({ text }) => !texts.has(text)), ...own] }
  })
