import type { JsonValue } from '@pipewright/contract'
import { useMemo, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { RelatedValues } from './form-engine.ts'

type Known = Readonly<Record<string, JsonValue>> | null

/** Fetches related records that formulas and rules ask for, once each; what follows from them appears when they arrive. */
export function useRelatedValues(): RelatedValues {
  const { data, rights } = useRenderer()
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map())
  const asked = useMemo(() => new Set<string>(), [])
  return useMemo(
    () => ({
      find(form, id) {
        const place = `${form}/${id}`
        const found = known.get(place)
        if (found !== undefined) return found
        if (asked.has(place) || rights[form]?.read !== true) return null
        asked.add(place)
        const learn = (value: Known) => setKnown((before) => new Map(before).set(place, value))
        data.getRecord(form, id).then(
          (record) => learn({ ...record.values, owner: record.owner, created_at: record.created_at }),
          () => learn(null),
        )
        return undefined
      },
    }),
    [known, asked, data, rights],
  )
}
