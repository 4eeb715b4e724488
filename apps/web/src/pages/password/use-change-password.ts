import type { BodyOf, Problem, Routes } from '@pipewright/contract'
import { client, leaving } from '../../queries/client.ts'
import { useEnter } from '../../queries/session.ts'
import { useCall } from '../../session/use-call.ts'

export type Passwords = BodyOf<Routes['changePassword']>

interface ChangePassword {
  readonly busy: boolean
  readonly lost: boolean
  readonly problem: Problem | null
  /** Whether it was changed. */
  readonly change: (passwords: Passwords) => Promise<boolean>
}

export function useChangePassword(): ChangePassword {
  const { run, ...state } = useCall()
  const enter = useEnter()
  const change = async (body: Passwords) => {
    // The old session ends before the browser has the new one: what is asked in between does not sign anybody out.
    leaving(true)
    const session = await run(() => client.call('changePassword', { body })).finally(() => leaving(false))
    if (session !== undefined) enter(session)
    return session !== undefined
  }
  return { ...state, change }
}
