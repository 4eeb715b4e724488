import type { Builders } from '@pipewright/contract'
import { isSameJson } from '@pipewright/metadata'
import { useEffect, useRef, useState } from 'react'
import { useApi } from '../environment/api-context.ts'
import { useDesign } from '../environment/design-context.ts'

/** How often a window says that it is still there, and how long it waits for more before it says what moved. */
const everyMs = 10_000
const pauseMs = 300

export interface PublishedElsewhere {
  /** The revision that somebody else published while this draft has changes. */
  readonly revision: number | null
}

/**
 * Says where this window is and learns who else designs. What another window did to this draft, and what others publish,
 * arrives without reloading; with changes of one's own it is offered, because it ends what can be undone.
 */
export function useMeeting(): PublishedElsewhere {
  const api = useApi()
  const { store, selected, builders, form } = useDesign()
  const [revision, setRevision] = useState<number | null>(null)
  const page = useRef<string>(null)
  useEffect(() => {
    page.current ??= crypto.randomUUID()
    const window = page.current
    let timer: ReturnType<typeof setTimeout> | undefined
    let ended = false
    const place = () => {
      const selection = selected.read()
      return {
        window,
        form: form === '' ? null : form,
        field: selection.kind === 'field' ? selection.field : null,
      }
    }
    const hear = (answer: Builders) => {
      if (!isSameJson(answer.builders, builders.read())) builders.write(answer.builders)
      const { server, waiting, busy } = store.state()
      const isQuiet = waiting.length === 0 && !busy
      const isPublished = answer.published > server.published
      const hasChanges = server.changes.length > 0
      if (isQuiet && (answer.version > server.version || (isPublished && !hasChanges))) void store.refresh()
      setRevision(isPublished && hasChanges ? answer.published : null)
    }
    const meet = async () => {
      clearTimeout(timer)
      timer = setTimeout(() => void meet(), everyMs)
      try {
        const answer = await api.meet(place())
        if (!ended) hear(answer)
      } catch {
        // Said again in a few seconds; that the server is away is told where changes are sent.
      }
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void meet(), pauseMs)
    }
    const stops = [api.onBuilders(soon), selected.subscribe(soon)]
    void meet()
    return () => {
      ended = true
      clearTimeout(timer)
      for (const stop of stops) stop()
      void api.meet({ ...place(), leaving: true }).catch(() => undefined)
    }
  }, [api, store, selected, builders, form])
  return { revision }
}
