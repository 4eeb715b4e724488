import type {
  AnyRelationField,
  ChoiceField,
  Field,
  Option,
  RelationField,
  RelationTarget,
} from '@pipewright/schemas'
import { fieldTypes } from '../field-types/index.ts'
import { scaleOf } from '../field-value.ts'
import { takesPlaceholder } from '../takes-placeholder.ts'

type Type = Field['type']

const answers = (field: Field): Option[] | undefined =>
  field.type === 'yesNo'
    ? [
        { key: 'yes', label: field.yes ?? { en: 'Yes', zh: '是' }, color: 'green' },
        { key: 'no', label: field.no ?? { en: 'No', zh: '否' }, color: 'gray' },
      ]
    : undefined

/** What the new field takes over of its options: a list of its own, or the shared one. */
function optionsFor(old: Field, type: Type): Partial<ChoiceField> {
  if (type !== 'choice' && type !== 'multiChoice') return {}
  const made = answers(old)
  if (made !== undefined) return { options: made }
  if (old.type !== 'choice' && old.type !== 'multiChoice') return {}
  return {
    ...(old.options !== undefined && { options: old.options }),
    ...(old.optionSet !== undefined && { optionSet: old.optionSet }),
    ...(old.other !== undefined && { other: old.other }),
  }
}

const decimals: ReadonlySet<Type> = new Set<Type>(['number', 'money', 'percent', 'foreignMoney'])

/** The currency that amounts are in, or that is meant where none is given. */
const currencyFor = (old: Field, type: Type): { readonly currency?: string } =>
  (old.type === 'money' && type === 'foreignMoney') || (old.type === 'foreignMoney' && type === 'money')
    ? { currency: old.currency }
    : {}

/** What relations to one record have in common: the form, what is offered of it, and what is taken over from it. */
function targetsFor(old: Field, type: Type): Partial<RelationField> | Partial<AnyRelationField> {
  const both = old.type === 'relation' || old.type === 'anyRelation' ? old : undefined
  if (both === undefined) return {}
  const kept = {
    ...(both.onDelete !== undefined && { onDelete: both.onDelete }),
    ...(both.reverseLabel !== undefined && { reverseLabel: both.reverseLabel }),
  }
  if (both.type === 'anyRelation' && type === 'relation') return { ...both.targets[0], ...kept }
  if (both.type !== 'relation' || type !== 'anyRelation') return {}
  const { form, filter, fill, pickColumns } = both
  const target: RelationTarget = {
    form,
    ...(filter !== undefined && { filter }),
    ...(fill !== undefined && { fill }),
    ...(pickColumns !== undefined && { pickColumns }),
  }
  return { targets: [target], ...kept }
}

const placeholderFor = (old: Field, made: Field): Partial<ChoiceField> =>
  takesPlaceholder(old) && takesPlaceholder(made) && old.placeholder !== undefined
    ? { placeholder: old.placeholder }
    : {}

/** The field as one of another type: what both types have is kept, the rest begins as a new field of that type does. */
export function fieldOfType(
  old: Field,
  type: Type,
  surroundings: { readonly currency?: string } = {},
): Field {
  const made = fieldTypes[type].create(old.key, old.label, surroundings)
  const options = optionsFor(old, type)
  const own = options.options === undefined && options.optionSet !== undefined ? withoutOptions(made) : made
  return {
    ...own,
    ...options,
    ...currencyFor(old, type),
    ...targetsFor(old, type),
    ...(old.help !== undefined && { help: old.help }),
    ...placeholderFor(old, made),
    ...('required' in old && old.required === true && { required: true }),
    ...('unique' in old && old.unique === true && fieldTypes[type].canBeUnique && { unique: true }),
    ...(decimals.has(type) && decimals.has(old.type) && { scale: scaleOf(old) }),
  } as Field
}

function withoutOptions(field: Field): Field {
  const { options: _options, ...rest } = field as Field & { options?: unknown }
  return rest as Field
}
