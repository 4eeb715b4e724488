import { makeKey } from '@pipewright/metadata'
import type { AppDefinition, Measure, Report } from '@pipewright/schemas'

export const newMeasure = (measures: readonly Measure[]): Measure => ({
  key: makeKey('count', new Set(measures.map(({ key }) => key))),
  label: { en: 'Count', zh: '数量' },
  function: 'count',
})

/** How many records of a form there are. */
export const newReport = (definition: AppDefinition, form: string): Report => ({
  key: makeKey('report', new Set(definition.reports.map(({ key }) => key))),
  form,
  label: { en: 'New report', zh: '新报表' },
  chart: 'number',
  dimensions: [],
  measures: [newMeasure([])],
})
