import type { EvaluationContext } from '../operation.ts'
import { scopeOf } from '../scope.ts'
import {
  BOOLEAN,
  DATE,
  DATE_TIME,
  DEPARTMENT_FORM,
  MEMBER_FORM,
  NUMBER,
  TEXT,
  listOf,
  recordOf,
} from '../value-type.ts'
import type { ValueType } from '../value-type.ts'

export const MEMBER = '0190a000-0000-7000-8000-000000000001'
export const DEPARTMENT = '0190a000-0000-7000-8000-000000000003'
export const OTHER_DEPARTMENT = '0190a000-0000-7000-8000-000000000004'
export const OTHER_MEMBER = '0190a000-0000-7000-8000-000000000002'

/** One field of every type, two where values are compared with one another. */
export const fieldTypes = {
  amount: NUMBER,
  cost: NUMBER,
  name: TEXT,
  code: TEXT,
  open: BOOLEAN,
  urgent: BOOLEAN,
  due: DATE,
  signed: DATE,
  called_at: DATE_TIME,
  visited_at: DATE_TIME,
  owner: recordOf(MEMBER_FORM),
  branch: recordOf(DEPARTMENT_FORM),
  tags: listOf(TEXT),
  'lines.quantity': listOf(NUMBER),
  'lines.day': listOf(DATE),
} satisfies Record<string, ValueType>

export type FieldName = keyof typeof fieldTypes

export const sampleScope = scopeOf(
  Object.entries(fieldTypes).map(([key, type]) => ({ path: key.split('.'), label: `label of ${key}`, type })),
)

export const sampleContext: EvaluationContext = {
  now: '2026-11-21T08:00:00.000Z',
  today: '2026-11-21',
  zone: 'Asia/Shanghai',
  me: MEMBER,
  team: [MEMBER],
  departments: [DEPARTMENT],
  roles: ['manager'],
}
