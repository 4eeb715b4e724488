const mark = /^(.*) \[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]\s*$/su

/** A title that several records have, with the id that says which one is meant. */
export const markTitle = (title: string, id: string): string => `${title} [${id}]`

/** The parts of a title with an id; undefined where there is none. */
export function readMark(text: string): { readonly title: string; readonly id: string } | undefined {
  const [, title, id] = mark.exec(text) ?? []
  return title === undefined || id === undefined ? undefined : { title: title.trim(), id }
}
