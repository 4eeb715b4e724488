import type { AppDefinition, LocalizedText } from '@pipewright/schemas'

/** An app definition with nothing in it. */
export const emptyDefinition = (name: LocalizedText): AppDefinition => ({
  format: 1,
  name,
  forms: [],
  optionSets: [],
  views: [],
  workflows: [],
  reports: [],
  dashboards: [],
  roles: [],
  navigation: [],
  retired: [],
})
