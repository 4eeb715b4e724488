import { localize } from '../../localize.ts'
import type { ProblemUse } from '../../problem.ts'
import { listSome } from '../list-some.ts'
import type { UseTexts } from '../texts.ts'

export const uses: UseTexts = {
  title: (name) => `title of ${name}`,
  stage: (name) => `stages of ${name}`,
  stageGate: (name) => `stage gate of ${name}`,
  pipeline: (name) => `pipelines of ${name}`,
  search: (name) => `search in ${name}`,
  match: (name) => `duplicate check of ${name}`,
  uniqueness: (name) => `what must not occur twice in ${name}`,
  rowUniqueness: (name) => `what must not occur twice among the rows of ${name}`,
  copy: (name) => `copied fields of ${name}`,
  start: (name) => `what new records of ${name} start with`,
  started: (name) => `field of ${name} with a starting value of its own`,
  layout: (name) => `layout of ${name}`,
  element: (name) => `text, report or condition on the layout of ${name}`,
  layoutFor: (name) => `whom a layout of ${name} is for`,
  recordType: (name) => `record type of ${name}`,
  keyFacts: (name) => `key facts of ${name}`,
  quickCreate: (name) => `quick entry of ${name}`,
  relatedList: (name) => `related list of ${name}`,
  rule: (name) => `rule ${name}`,
  example: (name) => `example of ${name}`,
  conversion: (name) => `conversion ${name}`,
  publicForm: (name) => `public form ${name}`,
  relation: (name) => `relation ${name}`,
  memberLimit: (name) => `who can be chosen in ${name}`,
  rateDate: (name) => `the exchange rate date of ${name}`,
  distance: (name) => `the distance that ${name} is held to`,
  relationFill: (name) => `what the relation ${name} fills in`,
  pickColumn: (name) => `list to pick from of the relation ${name}`,
  relationFilter: (name) => `condition of the relation ${name}`,
  optionSet: (name) => `options of ${name}`,
  default: (name) => `default value of ${name}`,
  formula: (name) => `formula ${name}`,
  lookup: (name) => `lookup ${name}`,
  numbering: (name) => `numbers of ${name}`,
  rollup: (name) => `rollup ${name}`,
  view: (name) => `view ${name}`,
  viewColumn: (name) => `column of the view ${name}`,
  viewFilter: (name) => `filter of the view ${name}`,
  viewSort: (name) => `order of the view ${name}`,
  viewGroup: (name) => `columns of the board ${name}`,
  viewSum: (name) => `sums of the board ${name}`,
  workflow: (name) => `approval ${name}`,
  report: (name) => `report ${name}`,
  reportDimension: (name) => `grouping of the report ${name}`,
  reportMeasure: (name) => `figure of the report ${name}`,
  reportFilter: (name) => `filter of the report ${name}`,
  dashboard: (name) => `dashboard ${name}`,
  roleForm: (name) => `rights of the role ${name}`,
  roleRead: (name) => `readable fields of the role ${name}`,
  roleWrite: (name) => `writable fields of the role ${name}`,
  roleScope: (name) => `record scope of the role ${name}`,
  roleDashboard: (name) => `dashboards of the role ${name}`,
  navigation: (name) => `menu group ${name}`,
}

const useText = ({ kind, label, document }: ProblemUse): string =>
  uses[kind](`“${localize(label, 'en') || document.key}”`)

export const usesText = (all: readonly ProblemUse[]): string =>
  listSome(all.map(useText), '; ', (rest) => `and ${rest} more`)
