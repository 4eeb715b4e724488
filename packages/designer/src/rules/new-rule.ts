import { fieldsAt, isWritable, makeKey } from '@pipewright/metadata'
import type { Field, Form, Rule, RuleEffect } from '@pipewright/schemas'

type EffectType = RuleEffect['type']

export const hasOptions = ({ type }: Field): boolean => type === 'choice' || type === 'multiChoice'

/** Fields a rule looks at: those of the form, or the columns of the line items it goes through, by their paths. */
export function fieldsOfRule(
  form: Form,
  rows: string | undefined,
): readonly { path: string; field: Field }[] {
  const prefix = rows === undefined ? '' : `${rows}.`
  return fieldsAt(form, rows).map((field) => ({ path: `${prefix}${field.key}`, field }))
}

/** What a rule can do here: options are limited only where there are some. */
export const effectTypes = (form: Form, rows: string | undefined): readonly EffectType[] => {
  const limits = fieldsOfRule(form, rows).some(({ field }) => hasOptions(field))
  return ['require', 'show', 'hide', 'lock', 'set', ...(limits ? (['limit'] as const) : []), 'warn', 'refuse']
}

/** A complete effect of a type, so that a rule never stands half finished. */
export function newEffect(form: Form, type: EffectType, rows?: string): RuleEffect {
  const all = fieldsOfRule(form, rows)
  const writable = all.filter(({ field }) => isWritable(field) && field.type !== 'lineItems')
  const first =
    (writable.find(({ path }) => path !== form.titleField) ?? writable[0] ?? all[0])?.path ?? form.titleField
  switch (type) {
    case 'require':
    case 'show':
    case 'hide':
    case 'lock':
      return { type, fields: [first] }
    case 'set':
      return { type, field: first, value: null }
    case 'limit': {
      const choice = all.find(({ field }) => hasOptions(field))
      return { type, field: choice?.path ?? first, where: true }
    }
    case 'warn':
      return { type, message: { en: 'Please have a second look.', zh: '请再确认一下。' } }
    case 'refuse':
      return { type, message: { en: 'Please check this record.', zh: '请检查此记录。' } }
  }
}

/** A rule that does nothing until it has a condition. */
export function newRule(form: Form): Rule {
  const taken = new Set((form.rules ?? []).map(({ key }) => key))
  return {
    key: makeKey('rule', taken),
    label: { en: 'New rule', zh: '新规则' },
    when: null,
    effects: [newEffect(form, 'require')],
  }
}
