import type { ConversionPreview, RecordAnswer } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { newChangeSet } from '../../undo/new-change-set.ts'
import { useOfferUndo } from '../../undo/use-offer-undo.tsx'
import { useWarnings } from '../use-warnings.tsx'

type Step = ConversionPreview['steps'][number]

/** What a conversion would make, which existing records it takes instead, and doing it. */
export function useConversion(form: string, record: RecordAnswer, conversion: string, onClose: () => void) {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const offerUndo = useOfferUndo()
  const call = useCall()
  const warn = useWarnings()
  const [use, setUse] = useState<Readonly<Record<string, string | null>>>({})
  const params = { workspace: app.workspace.key, form, id: record.id, conversion }
  const preview = useQuery({
    queryKey: ['conversion', params, record.version],
    queryFn: () => client.call('previewConversion', { params }),
    staleTime: 0,
    gcTime: 0,
  })
  const chosen = (step: Step): string | null =>
    use[step.key] === undefined ? (step.matches[0]?.id ?? null) : (use[step.key] ?? null)
  const convert = async () => {
    const taken = (preview.data?.steps ?? []).flatMap((step) => {
      const id = chosen(step)
      return id === null ? [] : [[step.key, id] as const]
    })
    const body = { version: record.version, use: Object.fromEntries(taken) }
    const set = newChangeSet()
    const answer = await call.run(() =>
      client.call('convertRecord', { params, body, changeSet: { id: set } }),
    )
    if (answer === undefined) return
    void refreshRecords(queries)
    offerUndo(text('converted'), set)
    warn(answer.warnings)
    onClose()
    if (answer.open !== null) void navigate(workspacePath(app, `/f/${answer.open.form}/${answer.open.id}`))
  }
  const choose = (step: Step, id: string | null) => setUse({ ...use, [step.key]: id })
  return { call, preview, chosen, choose, convert }
}
