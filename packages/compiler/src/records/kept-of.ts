import type { CompiledForm } from '../app/compiled-form.ts'
import { matchKeys } from '../matching/match-keys.ts'
import { soughtOf, type Kept } from './grams.ts'
import type { RecordValues } from './value.ts'

/** What finds a record by words, and those that look the same. */
export const keptOf = ({ form, searchFields, matches }: CompiledForm, values: RecordValues): Kept => ({
  ...soughtOf(
    searchFields,
    searchFields.map(({ key }) => values[key]),
    form.titleField,
  ),
  _match: matchKeys(matches, values),
})
