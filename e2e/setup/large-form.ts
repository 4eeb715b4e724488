import type { AnswerOf, BodyOf, Routes } from '@pipewright/contract'
import type { ApiClient } from './api-client.ts'

type Form = AnswerOf<Routes['getDraft']>['definition']['forms'][number]
type Field = Form['fields'][number]
type Rule = NonNullable<Form['rules']>[number]
type Edit = BodyOf<Routes['editDraft']>['edits'][number]

const texts = (name: string) => ({ en: name, zh: name })

const kinds: readonly ((key: string) => Field)[] = [
  (key) => ({ type: 'text', key, label: texts(key) }),
  (key) => ({ type: 'number', key, label: texts(key), scale: 2 }),
  (key) => ({ type: 'date', key, label: texts(key) }),
  (key) => ({
    type: 'choice',
    key,
    label: texts(key),
    options: ['red', 'green', 'blue'].map((option) => ({ key: option, label: texts(option) })),
  }),
  (key) => ({ type: 'yesNo', key, label: texts(key) }),
]

/** What a rule does to the field at `position`; every third kind of consequence takes its turn. */
function ruleAt(position: number, fields: readonly Field[]): Rule {
  const numbers = fields.filter((field) => field.type === 'number')
  const target = fields[(position * 2 + 5) % fields.length]?.key ?? ''
  const source = numbers[position % numbers.length]?.key ?? ''
  const effects: Rule['effects'][] = [
    [{ type: 'require', fields: [target] }],
    [{ type: 'lock', fields: [target] }],
    [{ type: 'show', fields: [target] }],
  ]
  const show = position % 3 === 2
  return {
    key: `rule_${position}`,
    label: texts(`rule ${position}`),
    when: show
      ? { notEmpty: [{ var: 'name' }] }
      : { and: [{ gt: [{ var: source }, position] }, { notEmpty: [{ var: 'name' }] }] },
    effects: effects[position % 3] ?? [],
  }
}

/** A form of many fields in sections of 50, every tenth calculated, with rules that watch numbers. */
export function largeForm(key: string, count: number, rules: number): Form {
  const fields: Field[] = [{ type: 'text', key: 'name', label: texts('name'), required: true }]
  for (let position = 1; position < count; position += 1) {
    const own = `f_${position}`
    const sources = [`f_${Math.max(1, position - 8)}`, `f_${Math.max(1, position - 3)}`].filter((source) =>
      fields.some((field) => field.key === source && field.type === 'number'),
    )
    const kind = kinds[position % kinds.length] ?? kinds[0]
    fields.push(
      position % 10 === 9
        ? {
            type: 'formula',
            key: own,
            label: texts(own),
            resultType: 'number',
            expression: { sum: [...sources.map((source) => ({ var: source })), 1, 1] },
          }
        : (kind as (key: string) => Field)(own),
    )
  }
  const writable = fields.filter((field) => field.type !== 'formula')
  return {
    key,
    label: texts(key),
    labelPlural: texts(key),
    titleField: 'name',
    fields,
    rules: Array.from({ length: rules }, (_, position) => ruleAt(position, writable)),
    layout: {
      sections: Array.from({ length: Math.ceil(count / 50) }, (_, position) => ({
        key: `section_${position}`,
        label: texts(`Section ${position + 1}`),
        columns: 2,
        items: fields.slice(position * 50, position * 50 + 50).map((field) => ({ field: field.key })),
      })),
    },
  }
}

/** Adds the form to the draft and publishes it; how long publishing took, in ms. */
export async function publishForm(owner: ApiClient, workspace: string, form: Form): Promise<number> {
  const params = { workspace }
  const { version } = await owner.call('getDraft', { params })
  const edit: Edit = { type: 'addForm', form, rights: [] }
  const draft = await owner.call('editDraft', { params, body: { version, edits: [edit] } })
  const begin = performance.now()
  await owner.call('publishDraft', { params, body: { version: draft.version } })
  return performance.now() - begin
}
