import { useSay } from '@pipewright/ui'
import { useEffect, useRef, useState } from 'react'
import { useDesign } from '../environment/design-context.ts'
import type { UnfinishedFormula } from '../environment/unfinished-formula.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Formula text that is not in the draft, found again under the name `of` when its editor was closed meanwhile. */
export function useUnfinished(of: string | undefined, stored: string) {
  const { unfinished } = useDesign()
  const [kept, setKept] = useState<UnfinishedFormula | null>(() => {
    const found = of === undefined ? undefined : unfinished.get(of)
    return found?.over === stored ? found : null
  })
  const keep = (next: UnfinishedFormula | null, isUnsettled: boolean) => {
    setKept(next)
    if (of === undefined) return
    if (next !== null && isUnsettled) unfinished.set(of, next)
    else unfinished.delete(of)
  }
  return { kept, keep, settle: setKept }
}

/** Tells whoever goes on to something else that what they wrote is not in the draft but waits; stands below what hands on text at the end. */
export function useTellUnfinished(of: string | undefined, stored: string): void {
  const { unfinished } = useDesign()
  const { message } = useSay()
  const t = useTexts()
  const tell = useRef(() => {})
  useEffect(() => {
    tell.current = () => {
      if (of !== undefined && unfinished.get(of)?.over === stored)
        message.warning({ content: t('formula.unfinished'), key: 'pwd-unfinished', duration: 6 })
    }
  })
  useEffect(() => () => tell.current(), [])
}
