import type { Field } from '@pipewright/schemas'

export type PeopleForm = '_member' | '_department'

const forms: Readonly<Partial<Record<Field['type'], PeopleForm>>> = {
  member: '_member',
  members: '_member',
  department: '_department',
  departments: '_department',
}

/** Where the ids of a field of people or departments lead; undefined for other fields. */
export const peopleFormOf = (field: Field): PeopleForm | undefined => forms[field.type]
