import type { Option } from '@pipewright/schemas'
import { foldWords } from '../import/fold-words.ts'
import type { Composite } from './value.ts'
import { isIdentity } from './values/identity.ts'

/** A record with its form, as a relation to any of several forms names it. */
export interface RecordRef {
  readonly form: string
  readonly id: string
}

/** As such a relation keeps it: with a part per form, and in one line as `lead:0193…`. */
export const refValue = ({ form, id }: RecordRef): Composite => ({
  form,
  id,
  [form]: id,
  text: `${form}:${id}`,
})

/** Reads `lead:0193…`, as expressions see such a value. */
export function readRef(text: string): RecordRef | undefined {
  const [form = '', id = '', ...rest] = text.trim().split(':')
  return form !== '' && rest.length === 0 && isIdentity(id) ? { form, id: id.toLowerCase() } : undefined
}

/** Reads "Account: Suzhou Precision", as a table names a record; without a form, the whole text is the title. */
export function readNamedRef(text: string, forms: readonly Option[]): { form?: string; title: string } {
  const at = text.search(/[:：]/u)
  if (at < 0) return { title: text.trim() }
  const name = foldWords(text.slice(0, at))
  const form = forms.find(({ key, label }) =>
    [key, label.en, label.zh].some((word) => word !== undefined && foldWords(word) === name),
  )
  return form === undefined ? { title: text.trim() } : { form: form.key, title: text.slice(at + 1).trim() }
}

/** A value at a key, or at a part of one (`regarding.account`). */
export function valueAt(values: Readonly<Record<string, unknown>>, key: string): unknown {
  const [head = '', part] = key.split('.')
  const value = values[head] ?? null
  if (part === undefined || value === null || typeof value !== 'object')
    return part === undefined ? value : null
  return (value as Readonly<Record<string, unknown>>)[part] ?? null
}
