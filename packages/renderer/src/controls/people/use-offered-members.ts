import { formScope, isWithinLimit, meetsCondition } from '@pipewright/compiler'
import type { Person, Values } from '@pipewright/contract'
import { dependencies } from '@pipewright/logic'
import type { Expression, Field } from '@pipewright/schemas'
import { dayOf } from '../../formats/date-format.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { ControlProps } from '../field-control.ts'
import { useFieldPlace } from '../field-place.ts'

const inRow = '$row.'

/** The record, and the row if there is one: its cells are handed over as "$row.…". */
function split(values: Values, isRow: boolean): { readonly data: Values; readonly record: Values } {
  if (!isRow) return { data: values, record: values }
  const entries = Object.entries(values)
  const cells = entries.filter(([key]) => key.startsWith(inRow))
  return {
    data: Object.fromEntries(cells.map(([key, value]) => [key.slice(inRow.length), value])),
    record: Object.fromEntries(entries.filter(([key]) => !key.startsWith(inRow))),
  }
}

/** What lies behind relations is not at hand while somebody types; the server judges it. */
const isAtHand = (where: Expression): boolean =>
  dependencies(where).every((path) => path.length <= (path[0] === '$record' ? 2 : 1))

/** Whether a member is offered, by all that the field is limited to. */
export function useOfferedMembers({ field, record }: ControlProps<Field>): (person: Person) => boolean {
  const { people, me, index, zone, now } = useRenderer()
  const place = useFieldPlace()
  const limit = 'limit' in field ? field.limit : undefined
  if (limit === undefined) return () => true
  const own = people.find(({ id }) => id === me)?.department ?? null
  const { where } = limit
  const { data, record: around } = split(record?.() ?? {}, place?.lineItems !== undefined)
  const meets = ({ id, department, roles = [] }: Person): boolean => {
    if (where === undefined || place === null || !isAtHand(where)) return true
    const at =
      place.lineItems === undefined ? { form: place.form } : { form: place.form, lineItems: place.lineItems }
    const instant = now()
    const context = {
      me,
      ...(own === null ? {} : { department: own }),
      now: instant,
      today: dayOf(instant, zone),
      zone,
    }
    const scene = { data, record: around, scope: formScope(index, at), context }
    return meetsCondition(where, scene, id, { department, roles })
  }
  return (person) =>
    isWithinLimit(limit, { department: person.department, roles: person.roles ?? [] }, own) && meets(person)
}
