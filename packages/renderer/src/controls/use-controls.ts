import type { Field } from '@pipewright/schemas'
import { useEffect, useMemo, useState } from 'react'
import { loadControls, missingOf } from './load-controls.ts'

const none: readonly Field[] = []

/** False until the controls of all these fields are here; what does not come is asked for again by each of them. */
export function useControls(fields: readonly Field[] = none): boolean {
  const [tried, setTried] = useState<readonly Field[] | null>(null)
  const isMissing = useMemo(() => missingOf(fields).size > 0, [fields])
  useEffect(() => {
    if (!isMissing) return
    const go = () => setTried(fields)
    void loadControls(fields).then(go, go)
  }, [isMissing, fields])
  return !isMissing || tried !== null
}
