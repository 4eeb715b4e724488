import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

export const report: ElementTypeSpec<ElementOf<'report'>> = {
  type: 'report',
  label: { en: 'Report', zh: '报表' },
  description: {
    en: 'A report of this app, over all records or those that belong to the one shown.',
    zh: '嵌入本应用的报表，可统计全部记录，或只统计与当前记录关联的记录。',
  },
  icon: 'bar-chart',
  isDecoration: false,
  isPublic: false,
  name: () => undefined,
  texts: () => [],
  create(key, { definition, form }) {
    const pointing = (of: string) =>
      definition.forms
        .find((one) => one.key === of)
        ?.fields.find((field) => field.type === 'relation' && field.form === form)?.key
    const related = definition.reports.find((one) => pointing(one.form) !== undefined)
    const chosen = related ?? definition.reports[0]
    if (chosen === undefined) return undefined
    const recordField = pointing(chosen.form)
    return { type: 'report', key, report: chosen.key, ...(recordField === undefined ? {} : { recordField }) }
  },
}
