import type { EditOf, EditSpec } from './edit-spec.ts'

/** Fields that exist keep their own currency: only new amounts begin with that of the workspace. */
export const setCurrency: EditSpec<EditOf<'setCurrency'>> = {
  apply({ currency: before, ...rest }, { currency }) {
    return {
      definition: currency === null ? rest : { ...rest, currency },
      inverse: [{ type: 'setCurrency', currency: before ?? null }],
    }
  },
}
