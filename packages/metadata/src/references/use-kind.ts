/** The ways in which one part of a definition uses another. */
export const useKinds = [
  'title', 'stage', 'search', 'match', 'layout', 'keyFacts', 'quickCreate', 'relatedList', 'rule', 'conversion',
  'relation', 'relationFilter', 'optionSet', 'default', 'formula', 'rollup',
  'view', 'viewColumn', 'viewFilter', 'viewSort', 'viewGroup', 'viewSum',
  'workflow', 'report', 'reportDimension', 'reportMeasure', 'reportFilter', 'dashboard',
  'roleForm', 'roleRead', 'roleWrite', 'roleScope', 'roleDashboard', 'navigation',
] as const

export type UseKind = (typeof useKinds)[number]
