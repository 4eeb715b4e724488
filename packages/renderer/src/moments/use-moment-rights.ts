import { useRenderer } from '../environment/use-renderer.ts'
import type { MomentFields } from './moment-fields.ts'

/** Whether the reader may put records of the form elsewhere, and carry their end. */
export function useMomentRights(form: string, fields: MomentFields | undefined) {
  const right = useRenderer().rights[form]
  const mayWrite = (key: string) => right?.update === true && right.fields[key] === 'write'
  const movable =
    fields !== undefined &&
    mayWrite(fields.start.key) &&
    (fields.end === undefined || mayWrite(fields.end.key))
  return { movable, lengthens: movable && (fields.start.type === 'dateRange' || fields.end !== undefined) }
}
