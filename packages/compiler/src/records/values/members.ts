import type { DepartmentField, DepartmentsField, MembersField } from '@pipewright/schemas'
import { checkList } from './check-list.ts'
import { checkIdentity } from './identity.ts'
import type { ValueChecker } from './value-checker.ts'

export const mostPeople = 200

export const members: ValueChecker<MembersField> = (_field, value, place) =>
  checkList(value, place, { max: mostPeople, expected: 'members' }, (id, at) =>
    checkIdentity(id, at, 'no-such-member'),
  )

export const department: ValueChecker<DepartmentField> = (_field, value, place) =>
  checkIdentity(value, place, 'no-such-department')

export const departments: ValueChecker<DepartmentsField> = (_field, value, place) =>
  checkList(value, place, { max: mostPeople, expected: 'departments' }, (id, at) =>
    checkIdentity(id, at, 'no-such-department'),
  )
