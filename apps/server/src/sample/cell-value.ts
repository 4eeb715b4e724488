import type { FieldValue } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import { fillPlaceholder, type SampleMoment } from './placeholders.ts'

/** The names of a sample and the ids they got. */
export interface SampleIds {
  member(key: string): string
  /** A record of a form by its name in the sample. */
  record(form: string, name: string): string
}

/** The value of a cell as the API would take it. */
export function cellValue(field: Field, cell: string, ids: SampleIds, moment: SampleMoment): FieldValue {
  if (cell === '') return null
  switch (field.type) {
    case 'relation':
      return ids.record(field.form, cell)
    case 'anyRelation': {
      const [form = '', ...name] = cell.split(':')
      return `${form}:${ids.record(form, name.join(':'))}`
    }
    case 'relations':
      return cell.split('|').map((name) => ids.record(field.form, name))
    case 'member':
      return ids.member(cell)
    case 'yesNo':
      return cell === 'true'
    case 'multiChoice':
      return cell.split('|')
    default:
      return fillPlaceholder(cell, moment)
  }
}
