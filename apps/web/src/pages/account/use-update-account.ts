import type { BodyOf, Problem, Routes } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useTakeSession } from '../../queries/session.ts'
import { chooseLanguage } from '../../session/language.ts'
import { useCall } from '../../session/use-call.ts'

type Entries = BodyOf<Routes['updateAccount']>

interface UpdateAccount {
  readonly busy: boolean
  readonly lost: boolean
  readonly problem: Problem | null
  /** Whether it was saved. */
  readonly update: (entries: Entries) => Promise<boolean>
}

/** Saves what is one's own, and draws everything anew by it. */
export function useUpdateAccount(): UpdateAccount {
  const { run, ...state } = useCall()
  const queries = useQueryClient()
  const take = useTakeSession()
  const update = async (body: Entries) => {
    const session = await run(() => client.call('updateAccount', { body }))
    if (session === undefined) return false
    take(session)
    if (body.locale !== undefined) await chooseLanguage(body.locale)
    await queries.invalidateQueries()
    return true
  }
  return { ...state, update }
}
