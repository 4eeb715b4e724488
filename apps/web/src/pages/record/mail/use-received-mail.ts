import { ProblemError } from '@pipewright/contract'
import { useRenderer } from '@pipewright/renderer'
import { listed, useSay, useUiLocale } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../../queries/client.ts'
import { refreshRecords } from '../../../queries/records.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { mostFiles, readEml, type ReadMail } from './read-eml.ts'
import { useMailText } from './use-mail-text.ts'

export interface ReceivedMailProps {
  readonly form: string
  readonly id: string
  readonly onClose: () => void
}

const mostBytes = 30 * 1024 * 1024

/** Reads the file of a mail and adds it, with those attachments that may be kept here. */
export function useReceivedMail({ form, id, onClose }: ReceivedMailProps) {
  const { workspace } = useWorkspace()
  const { data, now } = useRenderer()
  const say = useText()
  const locale = useUiLocale()
  const t = useMailText()
  const { message } = useSay()
  const queries = useQueryClient()
  const [mail, setMail] = useState<ReadMail>()
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function choose(file: File): Promise<void> {
    setMail(undefined)
    const read = file.size > mostBytes ? undefined : await readEml(file, new Date(now()).toISOString())
    setWrong(read === undefined ? t('noMail') : null)
    setMail(read)
  }

  /** Ids of what could be kept, and names of what could not. */
  async function keep(files: readonly File[]) {
    const kept: string[] = []
    const left: string[] = files.slice(mostFiles).map(({ name }) => name)
    for (const file of files.slice(0, mostFiles)) {
      try {
        kept.push((await data.uploadFile(file)).id)
      } catch {
        left.push(file.name)
      }
    }
    return { kept, left }
  }

  async function add(): Promise<void> {
    if (mail === undefined || busy) return
    setBusy(true)
    try {
      const { files, to, cc, ...rest } = mail
      const { kept, left } = await keep(files)
      await client.call('addReceivedMail', {
        params: { workspace: workspace.key, form, id },
        body: { ...rest, to: [...to], cc: [...cc], files: kept },
      })
      if (left.length > 0) message.warning(t('filesLeft', { names: listed(left, locale) }))
      onClose()
      void refreshRecords(queries)
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : undefined
      setWrong(problem?.errors?.[0]?.message ?? problem?.title ?? say('offline'))
    } finally {
      setBusy(false)
    }
  }
  return { mail, wrong, busy, choose, add }
}
