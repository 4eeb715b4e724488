import { indexOfKey } from '../lists.ts'
import { problem } from '../problem.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'

export const addForm: EditSpec<EditOf<'addForm'>> = {
  apply(definition, { form, rights }) {
    if (indexOfKey(definition.forms, form.key) >= 0)
      return refuse('key-taken', '/form/key', { key: form.key })
    const problems = rights.flatMap(({ role, right }, position) => {
      const at = `/rights/${position}`
      const known = indexOfKey(definition.roles, role) >= 0
      if (!known) return [problem('unknown-target', `${at}/role`, { what: 'role', key: role })]
      const isHere = right.form === form.key
      return isHere ? [] : [problem('unknown-form', `${at}/right/form`, { key: right.form })]
    })
    if (problems.length > 0) return { problems }
    const roles = definition.roles.map((role) => {
      const added = rights.filter((one) => one.role === role.key).map((one) => one.right)
      return added.length === 0 ? role : { ...role, forms: [...role.forms, ...added] }
    })
    return {
      definition: { ...definition, forms: [...definition.forms, form], roles },
      inverse: [{ type: 'removeForm', form: form.key, neverPublished: true }],
    }
  },
}
