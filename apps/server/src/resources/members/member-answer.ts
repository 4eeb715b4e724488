import type { Member } from '@pipewright/contract'
import type { MemberRow } from '@pipewright/db'

/** A member as those see it who manage members. */
export const memberAnswer = ({ id, name, email, department, roles, active, account }: MemberRow): Member => ({
  id,
  name,
  email,
  department,
  roles: [...roles],
  active,
  signedUp: account !== null,
})
