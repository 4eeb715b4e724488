// Definitions for tests: valid as they are, with only what a test is about said by the test.
import type {
  AnyRelationField,
  AppDefinition,
  ChoiceField,
  DateField,
  Field,
  Form,
  FormRight,
  ForeignMoneyField,
  FormulaField,
  LineItemsField,
  LocalizedText,
  LookupField,
  MoneyField,
  NumberField,
  RelationField,
  RelationsField,
  Report,
  Role,
  RollupField,
  TextField,
  View,
  Workflow,
} from '@pipewright/schemas'
import { emptyDefinition } from './empty-definition.ts'

const labelOf = (key: string): LocalizedText => {
  const words = key.replaceAll('_', ' ')
  return { en: words.charAt(0).toUpperCase() + words.slice(1), zh: words }
}

type Given<F> = Partial<Omit<F, 'type'>>

const named = (key: string): { key: string; label: LocalizedText } => ({ key, label: labelOf(key) })

export const aTextField = (given: Given<TextField> = {}): TextField => ({
  type: 'text',
  ...named(given.key ?? 'name'),
  ...given,
})

export const aNumberField = (given: Given<NumberField> = {}): NumberField => ({
  type: 'number',
  ...named(given.key ?? 'quantity'),
  scale: 2,
  ...given,
})

export const aMoneyField = (given: Given<MoneyField> = {}): MoneyField => ({
  type: 'money',
  ...named(given.key ?? 'amount'),
  currency: 'CNY',
  scale: 2,
  ...given,
})

export const aForeignMoneyField = (given: Given<ForeignMoneyField> = {}): ForeignMoneyField => ({
  type: 'foreignMoney',
  ...named(given.key ?? 'price'),
  currency: 'CNY',
  home: 'CNY',
  scale: 2,
  ...given,
})

export const aDateField = (given: Given<DateField> = {}): DateField => ({
  type: 'date',
  ...named(given.key ?? 'due'),
  ...given,
})

export const aChoiceField = (given: Given<ChoiceField> = {}): ChoiceField => ({
  type: 'choice',
  ...named(given.key ?? 'stage'),
  ...(given.optionSet === undefined && { options: ['open', 'won', 'lost'].map((key) => named(key)) }),
  ...given,
})

export const aRelationField = (given: Given<RelationField> = {}): RelationField => ({
  type: 'relation',
  ...named(given.key ?? 'account'),
  form: 'account',
  ...given,
})

export const anAnyRelationField = (given: Given<AnyRelationField> = {}): AnyRelationField => ({
  type: 'anyRelation',
  ...named(given.key ?? 'regarding'),
  targets: [{ form: 'lead' }, { form: 'account' }],
  ...given,
})

export const aRelationsField = (given: Given<RelationsField> = {}): RelationsField => ({
  type: 'relations',
  ...named(given.key ?? 'contacts'),
  form: 'contact',
  ...given,
})

export const aLineItemsField = (given: Given<LineItemsField> = {}): LineItemsField => ({
  type: 'lineItems',
  ...named(given.key ?? 'items'),
  fields: [aNumberField(), aMoneyField({ key: 'price' })],
  ...given,
})

export const aFormulaField = (given: Given<FormulaField> = {}): FormulaField => ({
  type: 'formula',
  ...named(given.key ?? 'total'),
  expression: 1,
  resultType: 'number',
  scale: 2,
  ...given,
})

export const aLookupField = (given: Given<LookupField> = {}): LookupField => ({
  type: 'lookup',
  ...named(given.key ?? 'industry'),
  path: 'account.industry',
  resultType: 'choice',
  ...given,
})

export const aRollupField = (given: Given<RollupField> = {}): RollupField => ({
  type: 'rollup',
  ...named(given.key ?? 'count'),
  form: 'opportunity',
  relation: 'account',
  function: 'count',
  resultType: 'number',
  scale: 0,
  ...given,
})

/** A form with a name; every given field stands in the section `main`. */
export const aForm = (given: Partial<Form> = {}): Form => {
  const key = given.key ?? 'lead'
  const fields: Field[] = given.fields ?? [aTextField()]
  return {
    ...named(key),
    labelPlural: labelOf(`${key}s`),
    titleField: fields[0]?.key ?? 'name',
    layout: {
      sections: [
        {
          key: 'main',
          label: { en: 'Details', zh: '详情' },
          columns: 2,
          items: fields.map((field) => ({ field: field.key })),
        },
      ],
    },
    ...given,
    fields,
  }
}

export const aView = (given: Partial<View> = {}): View => ({
  ...named(given.key ?? 'all'),
  form: 'lead',
  type: 'table',
  columns: ['name'],
  ...given,
})

export const aReport = (given: Partial<Report> = {}): Report => ({
  ...named(given.key ?? 'how_many'),
  form: 'lead',
  chart: 'number',
  dimensions: [],
  measures: [{ ...named('count'), function: 'count' }],
  ...given,
})

export const aWorkflow = (given: Partial<Workflow> = {}): Workflow => ({
  ...named(given.key ?? 'approval'),
  form: 'lead',
  steps: [{ ...named('manager'), approver: { type: 'ownersManager' } }],
  ...given,
})

export const aRight = (given: Partial<FormRight> = {}): FormRight => ({
  form: 'lead',
  actions: ['create', 'read', 'update', 'delete'],
  scope: { type: 'all' },
  read: [],
  write: ['name'],
  ...given,
})

export const aRole = (given: Partial<Role> = {}): Role => ({
  ...named(given.key ?? 'rep'),
  forms: [],
  ...given,
})

/** An app with one form, or with what is given. */
export const anApp = (given: Partial<AppDefinition> = {}): AppDefinition => ({
  ...emptyDefinition({ en: 'Test', zh: '测试' }),
  forms: [aForm()],
  ...given,
})

/** Accounts, and opportunities with stage, amount and line items, seen by one role. */
export function aSalesApp(given: Partial<AppDefinition> = {}): AppDefinition {
  const account = aForm({ key: 'account', fields: [aTextField(), aChoiceField({ key: 'industry' })] })
  const opportunity = aForm({
    key: 'opportunity',
    fields: [
      aTextField(),
      aRelationField(),
      aChoiceField(),
      aMoneyField(),
      aDateField(),
      aLineItemsField(),
      aFormulaField({ expression: { mul: [{ var: 'amount' }, 2] } }),
    ],
  })
  const write = ['name', 'account', 'stage', 'amount', 'due', 'items', 'items.quantity', 'items.price']
  return anApp({
    forms: [account, opportunity],
    views: [aView({ key: 'open', form: 'opportunity', columns: ['name', 'account.industry', 'amount'] })],
    roles: [
      aRole({
        forms: [
          aRight({ form: 'account', write: ['name', 'industry'] }),
          aRight({ form: 'opportunity', write, read: ['total'] }),
        ],
      }),
    ],
    navigation: [
      { key: 'sales', label: { en: 'Sales', zh: '销售' }, items: [{ type: 'form', key: 'opportunity' }] },
    ],
    ...given,
  })
}
