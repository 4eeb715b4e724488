import type { Section } from '@pipewright/schemas'
import { indexOfKey, replaceAt } from '../lists.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { oldValues, withChanges } from './with-changes.ts'

type Changes = Pick<EditOf<'setSection'>, 'label' | 'columns' | 'collapsed' | 'page' | 'list'>

export const setSection: EditSpec<EditOf<'setSection'>> = {
  arranges: true,
  apply: (definition, { type, form: key, section: name, ...changes }) =>
    changeForm(definition, key, (form) => {
      const position = indexOfKey(form.layout.sections, name)
      const section = form.layout.sections[position]
      if (section === undefined) return refuse('unknown-target', '/section', { what: 'section', key: name })
      const changed = withChanges<Section>(section, changes)
      const sections = replaceAt(form.layout.sections, position, changed)
      const old = oldValues<Section>(section, changes) as Changes
      return {
        form: { ...form, layout: { ...form.layout, sections } },
        inverse: [{ type, form: key, section: name, ...old }],
      }
    }),
}
