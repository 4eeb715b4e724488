import type { Field } from '@pipewright/schemas'
import type { LateCode } from './field-control.ts'
import { controlOf, controls } from './index.ts'

/** What has to come yet before these fields, and the columns of line items among them, can be entered. */
export function missingOf(fields: readonly Field[]): ReadonlySet<LateCode> {
  const missing = new Set<LateCode>()
  for (const field of fields) {
    const { late } = controlOf(field)
    if (late !== undefined && !late.isHere()) missing.add(late)
    if (field.type === 'lineItems') for (const one of missingOf(field.fields)) missing.add(one)
  }
  return missing
}

/** Ends when these fields can be entered. */
export async function loadControls(fields: readonly Field[]): Promise<void> {
  await Promise.all([...missingOf(fields)].map(({ load }) => load()))
}

/** Ends when every type of field can be entered. */
export async function loadAllControls(): Promise<void> {
  await Promise.all(Object.values(controls).map(async ({ late }) => late?.isHere() === false && late.load()))
}
