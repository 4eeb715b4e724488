import type { Form } from '@pipewright/schemas'
import { useSay } from '@pipewright/ui'
import { useTexts } from '../texts/use-texts.ts'
import type { Slot } from '../tree/layout-places.ts'
import { readClip } from './field-clip.ts'
import { usePaste } from './use-paste.ts'

/** Text of the clipboard; null where the browser or the person does not let the page read it. */
async function readText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return null
  }
}

/** Pastes from a menu: asks the clipboard of the system, and says the keys where a page may not read it. */
export function usePasteFromSystem(form: Form) {
  const paste = usePaste(form)
  const { message } = useSay()
  const t = useTexts()
  return async (at?: Slot) => {
    const text = await readText()
    if (text === null) return message.info({ content: t('canvas.pasteKeys'), key: 'pwd-paste' })
    const clip = readClip(text)
    if (clip === null) return message.info({ content: t('canvas.nothingToPaste'), key: 'pwd-paste' })
    paste(clip, at)
  }
}
