import type { Client } from '@pipewright/contract'
import type { Edit, FormRight, Role } from '@pipewright/schemas'

/** Publishes what a role may do with a form from now on. */
export async function changeRole(
  owner: Pick<Client, 'call'>,
  workspace: string,
  key: string,
  form: string,
  change: (right: FormRight) => FormRight,
): Promise<void> {
  const params = { workspace }
  const { definition, version: draft } = await owner.call('getDraft', { params })
  const role = definition.roles.find((one) => one.key === key) as Role
  const forms = role.forms.map((right) => (right.form === form ? change(right) : right))
  const edits: Edit[] = [{ type: 'putRole', role: { ...role, forms } }]
  const { version } = await owner.call('editDraft', { params, body: { version: draft, edits } })
  await owner.call('publishDraft', { params, body: { version } })
}
