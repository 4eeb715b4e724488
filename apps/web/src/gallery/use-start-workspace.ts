import type { BodyOf, Routes } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { beginSteps } from '../first-steps/kept-steps.ts'
import { client } from '../queries/client.ts'
import { browserZone } from '../session/language.ts'
import { useCall } from '../session/use-call.ts'
import type { FirstTableState } from './first-table.ts'

type Choice = Pick<BodyOf<Routes['createWorkspace']>, 'name' | 'template' | 'sample' | 'currency' | 'app'>

/** Makes the workspace in the reader's language and zone, and goes there. */
export function useStartWorkspace() {
  const { i18n } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const call = useCall()
  /** `table` begins with a form made from a spreadsheet; null asks for the file there. */
  const start = async (choice: Choice, table?: File | null) => {
    const locale = i18n.language === 'zh' ? 'zh' : 'en'
    const body = { ...choice, locale, zone: browserZone() } as const
    const made = await call.run(() => client.call('createWorkspace', { body }))
    if (made === undefined) return
    beginSteps(made.key)
    await queries.invalidateQueries({ queryKey: ['session'] })
    if (table === undefined) void navigate(`/w/${made.key}`, { replace: true })
    else {
      const state: FirstTableState = { firstTable: table }
      void navigate(`/w/${made.key}/design`, { replace: true, state })
    }
  }
  return { call, start }
}
