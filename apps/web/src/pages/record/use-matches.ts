import type { Match, Values } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../queries/client.ts'

const pause = 400

/** Looks for possible duplicates while somebody types into the fields that tell records apart. */
export function useMatches(
  workspace: string,
  form: Form | undefined,
): { found: readonly Match[]; look: (values: Values) => void } {
  const [found, setFound] = useState<readonly Match[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const last = useRef('')
  useEffect(() => () => clearTimeout(timer.current), [])
  const look = (all: Values) => {
    const fields = form?.matchFields ?? []
    const values = Object.fromEntries(
      fields.filter((key) => typeof all[key] === 'string').map((key) => [key, all[key] ?? null]),
    )
    const asked = JSON.stringify(values)
    if (form === undefined || asked === last.current) return
    last.current = asked
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (Object.keys(values).length === 0) return setFound([])
      client
        .call('findMatches', { params: { workspace, form: form.key }, body: { values } })
        .then(({ matches }) => asked === last.current && setFound(matches))
        // A hint only: without an answer there is none.
        .catch(() => setFound([]))
    }, pause)
  }
  return { found, look }
}
