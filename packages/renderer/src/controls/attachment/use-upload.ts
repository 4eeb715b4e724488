import { mostFilesOf } from '@pipewright/metadata'
import type { AttachmentField } from '@pipewright/schemas'
import { listed } from '@pipewright/ui'
import { useState } from 'react'
import { useLatest } from '../../environment/use-latest.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asTexts } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { checkFile, formatBytes } from './check-file.ts'

/** Sends files one after the other and names those that the field does not take. */
export function useUpload(props: ControlProps<AttachmentField>) {
  const { data, locale } = useRenderer()
  const t = useTexts()
  const [running, setRunning] = useState(0)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const held = useLatest(asTexts(props.value))
  const tell = useLatest(props.onChange)
  const send = async (file: File, replaces?: string): Promise<{ id: string } | { refusal: string }> => {
    const refused = checkFile(props.field, file)
    if (refused?.reason === 'size')
      return { refusal: t('control.fileTooLarge', { name: file.name, limit: formatBytes(refused.limit) }) }
    if (refused?.reason === 'type')
      return { refusal: t('control.fileType', { name: file.name, types: listed(refused.types, locale) }) }
    try {
      return { id: (await data.uploadFile(file, replaces)).id }
    } catch {
      return { refusal: t('control.uploadFailed', { name: file.name }) }
    }
  }
  /** `instead`: what is there goes when the new file has come. */
  const upload = async (files: readonly File[], instead = false) => {
    const before = instead ? [] : held.current
    const most = mostFilesOf(props.field)
    const room = Math.max(0, most - before.length)
    setRunning(files.length)
    const told = files.length > room ? [t('control.tooManyFiles', { count: most })] : []
    const added: string[] = []
    for (const file of files.slice(0, room)) {
      const answer = await send(file)
      if ('refusal' in answer) told.push(answer.refusal)
      else {
        added.push(answer.id)
        tell.current([...before, ...added])
      }
    }
    setRunning(0)
    setRefusals(told)
  }
  /** The new file stands where the other one stood, which is kept as the version before. */
  const replace = async (id: string, by: File) => {
    setRunning((count) => count + 1)
    const answer = await send(by, id)
    setRunning((count) => count - 1)
    setRefusals('refusal' in answer ? [answer.refusal] : [])
    if ('id' in answer) tell.current(held.current.map((one) => (one === id ? answer.id : one)))
  }
  return { upload, replace, running, refusals }
}
