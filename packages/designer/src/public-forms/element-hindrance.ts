import { dependencies } from '@pipewright/logic'
import { fieldsInText, specOfElement } from '@pipewright/metadata'
import type { LayoutElement, PublicForm } from '@pipewright/schemas'

/** Why a public form does not show an element: its type, or the fields it tells or asks for. */
export type ElementHindrance =
  | { readonly type: 'private' }
  | { readonly type: 'unlisted'; readonly fields: readonly string[] }

/** What keeps an element off a public form; null where strangers see it. */
export function hindranceTo(
  element: LayoutElement,
  { fields }: Pick<PublicForm, 'fields'>,
): ElementHindrance | null {
  const spec = specOfElement(element)
  if (!spec.isPublic) return { type: 'private' }
  const listed = new Set(fields.map(({ field }) => field))
  const told = spec.texts(element).flatMap(fieldsInText)
  const asked =
    element.when === undefined
      ? []
      : dependencies(element.when).flatMap(([head = '']) => (head.startsWith('$') ? [] : [head]))
  const unlisted = [...new Set([...told, ...asked])].filter((key) => !listed.has(key))
  return unlisted.length === 0 ? null : { type: 'unlisted', fields: unlisted }
}
