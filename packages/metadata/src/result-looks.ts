import type { Field, ResultType } from '@pipewright/schemas'
import { isCalculated } from './calculated.ts'

/** What a calculated field has in common with the field whose values it shows. */
export interface ResultLooks {
  resultType: ResultType
  resultForm?: string
  scale?: number
  currency?: string
}

const looks: {
  readonly [T in Field['type']]: (field: Extract<Field, { type: T }>) => ResultLooks | undefined
} = {
  text: () => ({ resultType: 'text' }),
  longText: () => ({ resultType: 'longText' }),
  // Whatever looks at it from elsewhere sees its plain text.
  richText: () => ({ resultType: 'longText' }),
  number: ({ scale }) => ({ resultType: 'number', ...(scale !== undefined && { scale }) }),
  money: ({ scale, currency }) => ({ resultType: 'money', currency, ...(scale !== undefined && { scale }) }),
  percent: ({ scale }) => ({ resultType: 'percent', ...(scale !== undefined && { scale }) }),
  rating: () => ({ resultType: 'number', scale: 0 }),
  duration: () => ({ resultType: 'number', scale: 0 }),
  date: () => ({ resultType: 'date' }),
  dateTime: () => ({ resultType: 'dateTime' }),
  yesNo: () => ({ resultType: 'yesNo' }),
  choice: () => ({ resultType: 'choice' }),
  multiChoice: () => ({ resultType: 'multiChoice' }),
  email: () => ({ resultType: 'email' }),
  phone: () => ({ resultType: 'phone' }),
  url: () => ({ resultType: 'url' }),
  address: () => ({ resultType: 'text' }),
  dateRange: () => ({ resultType: 'text' }),
  location: () => ({ resultType: 'text' }),
  foreignMoney: () => ({ resultType: 'text' }),
  tags: () => undefined,
  members: () => undefined,
  department: () => undefined,
  departments: () => undefined,
  member: () => ({ resultType: 'member' }),
  relation: ({ form }) => ({ resultType: 'relation', resultForm: form }),
  anyRelation: () => undefined,
  time: () => undefined,
  relations: () => undefined,
  lineItems: () => undefined,
  autoNumber: () => ({ resultType: 'text' }),
  attachment: () => undefined,
  formula: ofCalculated,
  lookup: ofCalculated,
  rollup: ofCalculated,
}

function ofCalculated(field: Field): ResultLooks | undefined {
  if (!isCalculated(field)) return undefined
  const { resultType, resultForm, scale, currency } = field
  return {
    resultType,
    ...(resultForm !== undefined && { resultForm }),
    ...(scale !== undefined && { scale }),
    ...(currency !== undefined && { currency }),
  }
}

/** How a calculated field shows the values of a field; undefined when it cannot. */
export function resultLooks(field: Field): ResultLooks | undefined {
  const of: (field: never) => ResultLooks | undefined = looks[field.type]
  return of(field as never)
}
