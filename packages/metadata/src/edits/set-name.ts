import type { EditOf, EditSpec } from './edit-spec.ts'

export const setName: EditSpec<EditOf<'setName'>> = {
  apply: (definition, { name }) => ({
    definition: { ...definition, name },
    inverse: [{ type: 'setName', name: definition.name }],
  }),
}
