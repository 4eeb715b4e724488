import type { Field } from '@pipewright/schemas'
import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

const counted: ReadonlySet<Field['type']> = new Set<Field['type']>(['rollup', 'money', 'number', 'percent'])
const first = 4

export const figures: ElementTypeSpec<ElementOf<'figures'>> = {
  type: 'figures',
  label: { en: 'Key figures', zh: '关键指标' },
  description: {
    en: 'The values that matter most, large and side by side.',
    zh: '把最重要的数值以大字并排显示。',
  },
  icon: 'bar-chart',
  isDecoration: false,
  isPublic: false,
  name: () => undefined,
  texts: () => [],
  create(key, { definition, form }) {
    const own = definition.forms.find((one) => one.key === form)?.fields ?? []
    const fields = own
      .filter(({ type }) => counted.has(type))
      .toSorted((one, other) => Number(other.type === 'rollup') - Number(one.type === 'rollup'))
      .slice(0, first)
      .map((field) => field.key)
    return fields.length === 0 ? undefined : { type: 'figures', key, fields }
  },
}
