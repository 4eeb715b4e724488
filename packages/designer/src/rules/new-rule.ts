import { isWritable, makeKey } from '@pipewright/metadata'
import type { Form, Rule, RuleEffect } from '@pipewright/schemas'

type EffectType = RuleEffect['type']

/** A complete effect of a type, so that a rule never stands half finished. */
export function newEffect(form: Form, type: EffectType): RuleEffect {
  const writable = form.fields.filter(isWritable)
  const first = (writable.find(({ key }) => key !== form.titleField) ?? writable[0])?.key ?? form.titleField
  switch (type) {
    case 'require':
    case 'show':
    case 'lock':
      return { type, fields: [first] }
    case 'set':
      return { type, field: first, value: null }
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
