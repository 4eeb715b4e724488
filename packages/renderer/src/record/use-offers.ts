import type { RecordAnswer } from '@pipewright/contract'
import { formScope } from '@pipewright/compiler'
import { evaluateCondition } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'
import { useEngines } from '../form/engine/use-engines.ts'
import { dayOf } from '../formats/date-format.ts'

const clock = () => performance.now()

/** Of actions with a condition (conversions, approvals) those that a record now meets; the server asks again. */
export function useOffers(
  form: string,
): <T extends { when?: Expression }>(all: readonly T[], record: RecordAnswer) => T[] {
  const { index, now, zone, me, department } = useRenderer()
  const ready = useEngines()
  return (all, record) => {
    if (!ready) return []
    const instant = now()
    const place = { now: instant, today: dayOf(instant, zone), zone, me, clock }
    const context = department === null ? place : { ...place, department }
    const { values, owner, created_at, updated_at } = record
    const data = { ...values, owner, created_at, updated_at }
    const scope = formScope(index, { form })
    return all.filter(({ when }) => when === undefined || evaluateCondition(when, data, context, scope))
  }
}
