import type { MemberEvent } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { listed, useUiLocale } from '@pipewright/ui'
import type { MembersAnswer } from '../members-answer.ts'
import { useMemberEventText } from './use-member-event-text.ts'

/** Says in a sentence what a member was given or lost, and by whom. */
export function useEventWords({ members, roles }: MembersAnswer): (event: MemberEvent) => string {
  const text = useMemberEventText()
  const locale = useUiLocale()
  // A role that is gone is still told by its key.
  const namesOf = (keys: readonly string[]) =>
    listed(
      keys.map((key) => localize(roles.find((role) => role.key === key)?.label ?? {}, locale) || key),
      locale,
    )
  return ({ author: by, active, given, taken }) => {
    const author = members.find(({ id }) => id === by)?.name ?? '–'
    if (active !== null) return text(active ? 'letIn' : 'lockedOut', { author })
    if (by === null) return text('withSample', { roles: namesOf(given) })
    if (taken.length === 0) return text('given', { author, roles: namesOf(given) })
    if (given.length === 0) return text('taken', { author, roles: namesOf(taken) })
    return text('givenAndTaken', { author, given: namesOf(given), taken: namesOf(taken) })
  }
}
