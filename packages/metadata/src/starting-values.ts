import type { Expression, Field, Form, OriginField } from '@pipewright/schemas'

type Values = Readonly<Record<string, unknown>>

/** What a new record of its type starts with, by field. */
function typeValues({ typeField, start }: Form, values: Values): Readonly<Record<string, Expression>> {
  const type = typeField === undefined ? undefined : values[typeField]
  return start?.types?.find(({ key }) => key === type)?.values ?? {}
}

/** Whether the type of a new record says what a field starts with. */
export const startsByType = (form: Form, field: Field, values: Values): boolean =>
  field.key !== form.typeField && Object.hasOwn(typeValues(form, values), field.key)

/** The value of a field of a new record that is calculated from the record itself: that of its type, else its default. */
export function startingValue(form: Form, field: Field, values: Values): Expression | undefined {
  if (startsByType(form, field, values)) return typeValues(form, values)[field.key]
  return 'default' in field ? field.default : undefined
}

/** What is taken over from a record of another form that one came from. */
export const takenFrom = ({ start }: Form, origin: string): readonly OriginField[] =>
  start?.from?.find(({ form }) => form === origin)?.fields ?? []

/** What a relation takes over where a new record is to name the very one that one came from; null where it cannot. */
export function itself(to: Field | undefined, form: string, id: string): unknown {
  if (to?.type === 'anyRelation') return { form, id }
  if (to?.type === 'relation') return to.form === form ? id : null
  return to?.type === 'relations' && to.form === form ? [id] : null
}

/** The fields in the order in which they start: what the others depend on comes first. */
export const inStartOrder = (form: Form, fields: readonly Field[]): readonly Field[] =>
  form.typeField === undefined || form.start?.types === undefined
    ? fields
    : fields.toSorted(
        (one, other) => Number(other.key === form.typeField) - Number(one.key === form.typeField),
      )

/** A form whose starting values say nothing of a field any more. */
export function withoutStart(form: Form, field: string): Form {
  const { start, ...rest } = form
  if (start === undefined) return form
  const others = (values: Readonly<Record<string, Expression>>) =>
    Object.fromEntries(Object.entries(values).filter(([key]) => key !== field))
  const from = start.from?.flatMap((one) => {
    const [first, ...more] = one.fields.filter(({ to }) => to !== field)
    return first === undefined ? [] : [{ ...one, fields: [first, ...more] as typeof one.fields }]
  })
  return {
    ...rest,
    start: {
      ...(start.types && { types: start.types.map((one) => ({ ...one, values: others(one.values) })) }),
      ...(from && { from }),
      ...(start.last && { last: start.last.filter((key) => key !== field) }),
      ...(start.presets && {
        presets: start.presets.map((one) => ({ ...one, values: others(one.values) })),
      }),
    },
  }
}
