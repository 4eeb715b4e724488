import type { RecordAnswer } from '@pipewright/contract'
import { formScope } from '@pipewright/compiler'
import { evaluateCondition } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import { useReaderContext } from '../environment/reader-context.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useEngines } from '../form/engine/use-engines.ts'

/** Of actions with a condition (conversions, approvals) those that a record now meets; the server asks again. */
export function useOffers(
  form: string,
): <T extends { when?: Expression }>(all: readonly T[], record: RecordAnswer) => T[] {
  const { index } = useRenderer()
  const contextNow = useReaderContext()
  const ready = useEngines()
  return (all, record) => {
    if (!ready) return []
    const context = contextNow()
    const { values, owner, created_at, updated_at } = record
    const data = { ...values, owner, created_at, updated_at }
    const scope = formScope(index, { form })
    return all.filter(({ when }) => when === undefined || evaluateCondition(when, data, context, scope))
  }
}
