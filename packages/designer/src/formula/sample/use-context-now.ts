import { wallClock, type EvaluationContext } from '@pipewright/logic'
import { useRenderer } from '@pipewright/renderer'
import { useMemo } from 'react'

/** Now and here, for the person who designs. */
export function useContextNow(): EvaluationContext {
  const { now, zone, me, department } = useRenderer()
  return useMemo(() => {
    const instant = now()
    return {
      now: instant,
      today: new Date(wallClock(zone, Date.parse(instant))).toISOString().slice(0, 10),
      zone,
      me,
      ...(department === null ? {} : { department }),
    }
  }, [now, zone, me, department])
}
