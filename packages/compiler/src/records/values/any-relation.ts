import type { AnyRelationField } from '@pipewright/schemas'
import { readRef, refValue } from '../record-ref.ts'
import { isIdentity } from './identity.ts'
import { readParts } from './parts-of.ts'
import { accept, refuse, type ValueChecker } from './value-checker.ts'

const longest = 100

/** A form and the id of one of its records; also as `lead:0193…`, which is what formulas and rules give. */
export const anyRelation: ValueChecker<AnyRelationField> = ({ targets }, value, place) => {
  const forms = targets.map(({ form }) => form)
  if (typeof value === 'string') {
    if (value === '') return accept(null)
    const ref = readRef(value)
    if (ref === undefined) return refuse(place, 'no-such-record')
    return forms.includes(ref.form) ? accept(refValue(ref)) : refuse(place, 'not-an-option')
  }
  const given =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([name]) => !forms.includes(name)))
      : value
  const read = readParts(given, ['form', 'id'], place, longest)
  if (!read.ok) return read.refused
  const { form, id } = read.parts
  if (form === null && id === null) return accept(null)
  if (form === null || !forms.includes(form))
    return refuse({ ...place, pointer: `${place.pointer}/form` }, 'not-an-option')
  if (!isIdentity(id)) return refuse({ ...place, pointer: `${place.pointer}/id` }, 'no-such-record')
  return accept(refValue({ form, id: id.toLowerCase() }))
}
