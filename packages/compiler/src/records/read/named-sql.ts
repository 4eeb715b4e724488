import { param, sql, type SqlFragment } from '@pipewright/logic'
import { mayReadField } from '../../rights/readable.ts'
import { titleGram } from '../grams.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import type { FormReading } from './read-scene.ts'

/** Records whose whole title is what is sought; none where the title may not be read or is not searched. */
export function namedSql({ base, form, rights }: FormReading, search: string): SqlFragment {
  const { titleField } = form.form
  const isSought = form.searchFields.some(({ key }) => key === titleField)
  const gram = titleGram(search)
  if (gram === undefined || !isSought || !mayReadField(rights, titleField)) return sql`false`
  return sql`${columnOfAlias(base, '_grams')} @> ${param([gram], 'text', true)}`
}
