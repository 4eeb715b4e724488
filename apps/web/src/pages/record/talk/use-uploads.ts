import { useRenderer } from '@pipewright/renderer'
import { useSay } from '@pipewright/ui'
import { useState } from 'react'
import { useText } from '../../../texts/use-text.ts'

/** Sends files one after the other; a draft holds them until it is sent. */
export function useUploads(files: readonly string[], onFiles: (files: readonly string[]) => void) {
  const { data } = useRenderer()
  const text = useText()
  const { message } = useSay()
  const [running, setRunning] = useState(0)
  const upload = async (chosen: readonly File[]) => {
    setRunning((now) => now + 1)
    let held = files
    for (const file of chosen) {
      try {
        held = [...held, (await data.uploadFile(file)).id]
        onFiles(held)
      } catch {
        message.error(text('uploadFailed', { name: file.name }))
      }
    }
    setRunning((now) => now - 1)
  }
  return { upload, isRunning: running > 0 }
}
