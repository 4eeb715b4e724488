import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field, Form, View } from '@pipewright/schemas'
import fc from 'fast-check'

const label = { en: 'Label', zh: '名称' }
const common = (key: string) => ({ key, label })

/** A field whose properties vary, but whose type is that of its key: keys are never used for anything else. */
type Variant = { unique: boolean; scale: number; live: boolean }
const variant = fc.record({
  unique: fc.boolean(),
  scale: fc.integer({ min: 0, max: 8 }),
  live: fc.boolean(),
})

const makers: Record<string, (variant: Variant) => Field> = {
  title: ({ unique }) => ({ type: 'text', ...common('title'), unique }),
  essay: ({ unique }) => ({ type: 'text', ...common('essay'), unique, maxLength: 5000 }),
  stage: () => ({ type: 'choice', ...common('stage'), options: [{ key: 'open', label }] }),
  tags: () => ({ type: 'multiChoice', ...common('tags'), options: [{ key: 'hot', label }] }),
  amount: ({ scale }) => ({ type: 'money', ...common('amount'), currency: 'CNY', scale }),
  rank: ({ unique, scale }) => ({ type: 'number', ...common('rank'), unique, scale }),
  due: () => ({ type: 'date', ...common('due') }),
  called: () => ({ type: 'dateTime', ...common('called') }),
  won: () => ({ type: 'yesNo', ...common('won') }),
  number: () => ({ type: 'autoNumber', ...common('number') }),
  files: () => ({ type: 'attachment', ...common('files') }),
  helper: () => ({ type: 'member', ...common('helper') }),
  double: ({ scale, live }) => ({
    type: 'formula',
    ...common('double'),
    expression: live ? { today: [] } : { add: [1, 1] },
    resultType: live ? 'date' : 'number',
    scale,
  }),
}

const relation = (form: string, unique: boolean, many: boolean): Field =>
  many
    ? { type: 'relations', ...common(`all_${form.slice(0, 10)}`), form }
    : { type: 'relation', ...common(`to_${form}`), form, unique }

const formKeys = ['account', 'quote', 'a_form_whose_key_is_as_long_as_a_key_may_ever']

const plainFields = (keys: readonly string[]) =>
  fc
    .subarray([...keys])
    .chain((chosen) => fc.tuple(...chosen.map((key) => variant.map((v) => makers[key]?.(v)))))
    .map((fields) => fields.filter((field) => field !== undefined))

const lineItems = plainFields(['stage', 'amount', 'due', 'helper', 'double']).map((fields): Field => ({
  type: 'lineItems',
  ...common('items'),
  fields,
}))

const relations = (forms: readonly string[]) =>
  fc
    .subarray([...forms])
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((form) =>
          fc.tuple(fc.boolean(), fc.boolean()).map(([unique, many]) => relation(form, unique, many)),
        ),
      ),
    )

/** Of one revision to the next it names other forms. */
const anyRelation = (forms: readonly string[]) =>
  fc
    .subarray([...forms])
    .map((chosen): Field | undefined =>
      chosen.length === 0
        ? undefined
        : { type: 'anyRelation', ...common('about'), targets: chosen.map((form) => ({ form })) },
    )

const formOf = (key: string, forms: readonly string[]) =>
  fc
    .tuple(
      plainFields(Object.keys(makers)),
      relations(forms),
      fc.option(lineItems, { nil: undefined }),
      anyRelation(forms),
    )
    .map(([plain, related, rows, any]): Form => ({
      ...common(key),
      labelPlural: label,
      titleField: 'title',
      fields: [...plain, ...related, ...[any, rows].filter((field) => field !== undefined)],
      layout: { sections: [] },
    }))

const viewOf = (form: Form) => {
  const sortable = ['updated_at', 'owner', ...form.fields.map(({ key }) => key)].filter(
    (key) => key !== 'items',
  )
  const sort = fc.record({
    field: fc.constantFrom(...sortable),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  })
  return fc
    .record({
      sort: fc.uniqueArray(sort, { maxLength: 2, selector: ({ field }) => field }),
      fixed: fc.constantFrom(...sortable),
    })
    .map(({ sort: keys, fixed }): View => ({
      ...common(`${form.key.slice(0, 20)}_list`),
      form: form.key,
      type: 'table',
      columns: [],
      filter: { and: [{ eq: [{ var: fixed }, '$me'] }] },
      sort: keys,
    }))
}

/** App definitions over a few forms and fields, so that two of them share some and differ in others. */
export const arbitraryDefinition: fc.Arbitrary<AppDefinition> = fc
  .subarray(formKeys)
  .chain((forms) => fc.tuple(...forms.map((key) => formOf(key, forms))))
  .chain((forms) =>
    fc
      .tuple(...forms.map((form) => viewOf(form)))
      .map((views) => ({ ...emptyDefinition(label), forms, views })),
  )

const pathsOf = (definition: AppDefinition): string[] =>
  definition.forms.flatMap((form) => [
    form.key,
    ...form.fields.flatMap((field) => [
      `${form.key}.${field.key}`,
      ...(field.type === 'lineItems' ? field.fields.map(({ key }) => `${form.key}.${field.key}.${key}`) : []),
    ]),
  ])

/** `next` as the successor of `previous`: what it no longer has is retired, what it has again is not. */
export function asSuccessor(previous: AppDefinition, next: AppDefinition): AppDefinition {
  const has = new Set(pathsOf(next))
  const retired = new Set([...previous.retired, ...pathsOf(previous)])
  return { ...next, retired: [...retired].filter((path) => !has.has(path)) }
}
