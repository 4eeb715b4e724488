import type { BodyOf, Routes } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { beginSteps } from '../first-steps/kept-steps.ts'
import { client } from '../queries/client.ts'
import { browserZone } from '../session/language.ts'
import { useCall } from '../session/use-call.ts'

type Choice = Pick<BodyOf<Routes['createWorkspace']>, 'name' | 'template' | 'sample' | 'currency'>

/** Makes the workspace in the reader's language and zone, and goes there. */
export function useStartWorkspace() {
  const { i18n } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const call = useCall()
  const start = async (choice: Choice) => {
    const locale = i18n.language === 'zh' ? 'zh' : 'en'
    const body = { ...choice, locale, zone: browserZone() } as const
    const made = await call.run(() => client.call('createWorkspace', { body }))
    if (made === undefined) return
    beginSteps(made.key)
    await queries.invalidateQueries({ queryKey: ['session'] })
    void navigate(`/w/${made.key}`, { replace: true })
  }
  return { call, start }
}
