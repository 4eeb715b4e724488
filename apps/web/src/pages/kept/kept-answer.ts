import type { Draft, Kept } from '@pipewright/contract'
import { localize, type Locale } from '@pipewright/metadata'

/** What a line of either list is about. */
export type KeptSubject = Pick<Kept, 'path' | 'revision' | 'form' | 'field'>

export const keptKey = ({ path, revision }: KeptSubject): string => `${revision} ${path}`

/** What has to be typed before it is cleared. */
export const nameOfKept = ({ form, field }: KeptSubject, locale: Locale): string =>
  localize(field ?? form, locale)

/** Another field of the same form is called the same: people could not tell the two apart. */
export function hasTwin(
  { definition }: Pick<Draft, 'definition'>,
  item: KeptSubject,
  locale: Locale,
): boolean {
  const [form, outer, inner] = item.path.split('.')
  const fields = definition.forms.find(({ key }) => key === form)?.fields ?? []
  const table = fields.find(({ key }) => key === outer)
  const beside = inner !== undefined && table?.type === 'lineItems' ? table.fields : fields
  if (item.field === null)
    return definition.forms.some(
      ({ key, label }) => key !== form && localize(label, locale) === nameOfKept(item, locale),
    )
  const own = inner ?? outer
  return beside.some(({ key, label }) => key !== own && localize(label, locale) === nameOfKept(item, locale))
}
