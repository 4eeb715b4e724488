/** The line over a field of a record that holds its label; those in rows of a table belong to the table. */
const isHead = (head: HTMLElement, known: ReadonlySet<string>): boolean => {
  const field = head.parentElement
  return (
    known.has(field?.dataset['field'] ?? '') &&
    field?.parentElement?.closest('.pw-field') === null &&
    head.closest('[hidden]') === null
  )
}

/** The heads of the fields with these keys that can be gone to, from the first to the last. */
export const headsIn = (around: HTMLElement, known: ReadonlySet<string>): HTMLElement[] =>
  [...around.querySelectorAll<HTMLElement>('.pw-field > .pw-field-head')].filter((head) =>
    isHead(head, known),
  )

/** The head of the field that something stands in; undefined beside fields and in those without a head of their own. */
export function headAround(
  around: HTMLElement,
  target: EventTarget | null,
  known: ReadonlySet<string>,
): HTMLElement | undefined {
  let field = target instanceof Element ? target.closest('.pw-field') : null
  for (let outer = field; outer !== null && around.contains(outer);) {
    field = outer
    outer = outer.parentElement?.closest('.pw-field') ?? null
  }
  const head = field?.querySelector<HTMLElement>(':scope > .pw-field-head')
  return head && isHead(head, known) ? head : undefined
}
