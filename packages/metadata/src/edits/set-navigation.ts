import type { EditOf, EditSpec } from './edit-spec.ts'

export const setNavigation: EditSpec<EditOf<'setNavigation'>> = {
  apply: (definition, { navigation }) => ({
    definition: { ...definition, navigation },
    inverse: [{ type: 'setNavigation', navigation: definition.navigation }],
  }),
}
