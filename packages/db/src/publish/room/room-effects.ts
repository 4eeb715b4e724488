import { tablePlans, type MigrationPlan } from '@pipewright/compiler'
import type { Change } from '@pipewright/metadata'
import type { AppDefinition, Form } from '@pipewright/schemas'
import type { Connection } from '../../connection/connection.ts'
import { severities, type Effect, type EffectCode, type EffectParams } from '../effect.ts'
import { columnBudget, columnRoom, type TableRoom } from './column-room.ts'

/** Forms of more fields are slow to fill in and to design, though they work. */
const manyFields = 500

const effect = <C extends EffectCode>(code: C, count: number, params: EffectParams[C]): Effect =>
  // Code and params belong together by the signature.
  ({ code, count, params, severity: severities[code] }) as Effect

function effectOf(form: Form, { used, needs, reaches }: TableRoom): Effect[] {
  const params = { form: form.label }
  if (needs > columnBudget.most) return [effect('table-full', needs, { ...params, most: columnBudget.most })]
  if (used > 0 && reaches >= columnBudget.rebuilt) return [effect('table-rebuilt', used, params)]
  return reaches >= columnBudget.crowded ? [effect('table-crowded', reaches, params)] : []
}

const fieldCount = (form: Form | undefined): number => form?.fields.length ?? 0

export const formOf = (change: Change): string | undefined => {
  if (change.type === 'formChanged') return change.after.key
  return 'form' in change && change.type !== 'formRemoved' ? change.form.key : undefined
}

/** What a publish means for the room in the tables, by the key of the form. */
export async function roomEffects(
  connection: Connection,
  schema: string,
  plan: MigrationPlan,
  { before, after }: { readonly before: AppDefinition; readonly after: AppDefinition },
): Promise<ReadonlyMap<string, readonly Effect[]>> {
  const found = new Map<string, readonly Effect[]>()
  const had = new Map(before.forms.map((form) => [form.key, form]))
  const owners = new Map(tablePlans(after).map(({ name, form }) => [name, form]))
  const rooms = await columnRoom(connection, schema, plan)
  for (const form of after.forms) {
    const grown = fieldCount(form) > Math.max(manyFields, fieldCount(had.get(form.key)))
    const effects = [
      ...(grown ? [effect('many-fields', fieldCount(form), { form: form.label, many: manyFields })] : []),
      ...rooms.filter(({ table }) => owners.get(table) === form.key).flatMap((room) => effectOf(form, room)),
    ]
    if (effects.length > 0) found.set(form.key, effects)
  }
  return found
}
