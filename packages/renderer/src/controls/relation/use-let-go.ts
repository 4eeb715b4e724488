import type { RecordAnswer } from '@pipewright/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'

interface Made {
  readonly form: string
  readonly ids: readonly string[]
}

/** What was made without the server has another id as soon as it is sent. */
const isThere = ({ version }: RecordAnswer): boolean => version > 0

/**
 * A record that was made on the way into a field, and was taken back since, is not named by that field any more. The answer
 * is told of every record that is made there; `letGo` gets what is held without those that are gone.
 */
export function useLetGo(
  held: readonly string[],
  letGo: (left: readonly string[]) => void,
): (form: string, record: RecordAnswer) => void {
  const { data } = useRenderer()
  const [made, setMade] = useState<Made>({ form: '', ids: [] })
  const ids = made.ids.filter((id) => held.includes(id))
  const { data: found } = useQuery({
    queryKey: ['records', made.form, 'made', ids],
    queryFn: async () => {
      const filter = { in: [{ var: 'id' }, ids] }
      const records = await data.searchRecords(made.form, { text: '', filter, limit: ids.length })
      return { ids, there: records.map(({ id }) => id) }
    },
    enabled: ids.length > 0,
    gcTime: 0,
  })
  // Whoever may make a record need not be able to see it: only what was seen once can be gone.
  const seen = useRef(new Set<string>())
  useEffect(() => {
    if (found === undefined) return
    for (const id of found.there) seen.current.add(id)
    const gone = found.ids.filter((id) => seen.current.has(id) && !found.there.includes(id))
    const left = held.filter((id) => !gone.includes(id))
    if (left.length < held.length) letGo(left)
  }, [found, held, letGo])
  return (form, record) => {
    if (!isThere(record)) return
    setMade((before) => ({ form, ids: [...(before.form === form ? before.ids : []), record.id] }))
  }
}
