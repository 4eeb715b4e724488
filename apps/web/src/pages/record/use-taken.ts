import type { Taken, Values } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../queries/client.ts'

const pause = 400

/** Fields that tell whether something is there already. */
const comparedFields = (form: Form): ReadonlySet<string> =>
  new Set([
    ...form.fields.filter((field) => 'unique' in field && field.unique === true).map(({ key }) => key),
    ...(form.uniqueness ?? []).flatMap(({ fields }) => fields),
  ])

/** Looks, while somebody types, for what must not occur twice and does. */
export function useTaken(
  workspace: string,
  form: Form | undefined,
): { found: readonly Taken[]; look: (values: Values) => void } {
  const [found, setFound] = useState<readonly Taken[]>([])
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const last = useRef('')
  useEffect(() => () => clearTimeout(timer.current), [])
  const look = (values: Values) => {
    if (form === undefined) return
    const compared = comparedFields(form)
    const filled = Object.entries(values).filter(
      ([key, value]) => compared.has(key) && (value ?? null) !== null,
    )
    const asked = JSON.stringify(filled)
    if (asked === last.current) return
    last.current = asked
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (filled.length === 0) return setFound([])
      client
        .call('findTaken', { params: { workspace, form: form.key }, body: { values } })
        .then(({ taken }) => asked === last.current && setFound(taken))
        // A hint only: whoever saves is told anyway.
        .catch(() => setFound([]))
    }, pause)
  }
  return { found, look }
}
