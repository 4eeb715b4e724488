import type { AppDefinition, FormRight, Role } from '@pipewright/schemas'

const nobody: Role = { key: '', label: {}, forms: [] }
const nothing: Omit<FormRight, 'form' | 'scope'> = { actions: [], read: [], write: [] }

/** Whether a right on a form that is there already lets its role do more with what is there already, or else. */
function widensRight(
  before: FormRight | undefined,
  after: FormRight,
  isKnown: (path: string) => boolean,
): boolean {
  const { actions, read, write } = before ?? nothing
  if (after.actions.some((action) => !actions.includes(action))) return true
  if (after.write.some((path) => isKnown(path) && !write.includes(path))) return true
  if (after.read.some((path) => isKnown(path) && !read.includes(path) && !write.includes(path))) return true
  const bounds = (right: FormRight) => JSON.stringify([right.scope, right.comments])
  return before !== undefined && bounds(before) !== bounds(after)
}

function widensRole(published: AppDefinition, before: Role, after: Role): boolean {
  const flags = ['admin', 'build', 'manageMembers'] as const
  if (flags.some((flag) => after[flag] === true && before[flag] !== true)) return true
  return after.forms.some((right) => {
    const form = published.forms.find(({ key }) => key === right.form)
    if (form === undefined) return false
    const isKnown = (path: string) => form.fields.some(({ key }) => key === path.split('.')[0])
    return widensRight(
      before.forms.find((one) => one.form === right.form),
      right,
      isKnown,
    )
  })
}

/** Whether a draft gives a role more over what is published; new forms and fields come with rights of their own. */
export const widensRoles = (published: AppDefinition, draft: AppDefinition): boolean =>
  draft.roles.some((role) => {
    const before = published.roles.find(({ key }) => key === role.key)
    return widensRole(published, before ?? nobody, role)
  })
