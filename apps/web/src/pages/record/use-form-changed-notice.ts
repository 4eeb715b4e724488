import { useSay } from '@pipewright/ui'
import { useEffect, useRef } from 'react'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** Tells who has a form open that the builder published a new one meanwhile. */
export function useFormChangedNotice(): void {
  const { revision } = useWorkspace()
  const text = useText()
  const { message } = useSay()
  const seen = useRef(revision)
  useEffect(() => {
    if (seen.current === revision) return
    seen.current = revision
    message.info(text('formChanged'))
  }, [revision, message, text])
}
