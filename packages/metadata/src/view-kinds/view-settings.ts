import type { ViewSetting, ViewSettingSpec } from './view-kind.ts'

/** What each setting asks of the field it names. */
export const viewSettings: Readonly<Record<ViewSetting, ViewSettingSpec>> = {
  groupBy: { use: 'viewGroup', expects: () => 'viewGroup' },
  lanes: { use: 'viewLanes', expects: () => 'viewGroup' },
  start: { use: 'viewMoment', expects: () => 'viewMoment' },
  end: { use: 'viewMoment', expects: () => 'viewEnd' },
  colorBy: { use: 'viewColor', expects: () => 'ownChoice' },
  picture: { use: 'viewPicture', expects: () => 'ownFiles' },
  place: { use: 'viewPlace', expects: () => 'ownLocation' },
  parent: { use: 'viewParent', expects: (form) => ({ relationTo: form }) },
}
