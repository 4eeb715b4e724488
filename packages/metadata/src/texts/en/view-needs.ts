import type { ViewSetting } from '../../view-kinds/view-kind.ts'

/** What a view says it lacks. */
export const viewNeeds: Readonly<Record<ViewSetting, string>> = {
  groupBy: 'A board needs a field for its columns.',
  lanes: 'Swim lanes need a field.',
  start: 'A calendar or timeline needs a date.',
  end: 'The end needs a date.',
  colorBy: 'Colours need a single choice.',
  picture: 'A gallery needs an attachment for its pictures.',
  place: 'A map needs a location field.',
  parent: 'A tree needs a relation to the same form.',
}
