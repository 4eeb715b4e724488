import type { ImportColumn, UnclearName } from '@pipewright/contract'

/** What was chosen for names: `account:0193…` for a record, `_person:0193…` for a member or department, `+account` for a new one; by the key of the name. */
export type Chosen = ReadonlyMap<string, string>

export const nameKey = ({ column, text }: UnclearName): string => `${column} ${text}`

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
      return choice === undefined ? [] : [{ text: name.text, field: name.field, choice }]
    })
    if (own.length === 0) return column
    const texts = new Set(own.map(({ text }) => text))
    const kept = <T extends { readonly text: string }>(some: readonly T[] = []) =>
      some.filter(({ text }) => !texts.has(text))
    const makes = own.flatMap(({ text, choice }) =>
      choice.startsWith('+') ? [{ text, form: choice.slice(1) }] : [],
    )
    const picks = own.flatMap(({ text, field, choice }) => {
      if (choice.startsWith('+')) return []
      return [{ text, record: isAny(field) ? choice : choice.slice(choice.indexOf(':') + 1) }]
    })
    return {
      ...column,
      picks: [...kept(column.picks), ...picks],
      makes: [...kept(column.makes), ...makes],
    }
  })

/** The columns without the records that were to be made with the rows. */
export const withoutMakes = (mapping: readonly ImportColumn[]): ImportColumn[] =>
  mapping.map(({ makes: _makes, ...column }) => column)

/** What is made with the rows, each once. */
export function madeTitles(
  mapping: readonly ImportColumn[],
  titles: Readonly<Record<string, string>>,
): readonly string[] {
  const ids = new Set(mapping.flatMap(({ makes = [] }) => makes.flatMap(({ record }) => record ?? [])))
  return [...ids].map((id) => titles[id] ?? '')
}
