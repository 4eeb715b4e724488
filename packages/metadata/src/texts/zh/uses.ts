import { localize } from '../../localize.ts'
import type { ProblemUse } from '../../problem.ts'
import { listSome } from '../list-some.ts'
import type { UseTexts } from '../texts.ts'

export const uses: UseTexts = {
  title: (name) => `${name}的标题字段`,
  stage: (name) => `${name}的阶段字段`,
  stageGate: (name) => `${name}的阶段门槛`,
  pipeline: (name) => `${name}的流程`,
  search: (name) => `${name}的搜索字段`,
  match: (name) => `${name}的查重字段`,
  uniqueness: (name) => `${name}的不允许重复设置`,
  rowUniqueness: (name) => `${name}各行之间的不允许重复设置`,
  copy: (name) => `${name}的复制字段`,
  start: (name) => `${name}新建记录的初始值`,
  started: (name) => `${name}中设有初始值的字段`,
  layout: (name) => `${name}的布局`,
  element: (name) => `${name}的布局中的文字、报表或显示条件`,
  layoutFor: (name) => `${name}的布局适用范围`,
  recordType: (name) => `${name}的记录类型`,
  keyFacts: (name) => `${name}的关键信息`,
  quickCreate: (name) => `${name}的快速新建`,
  relatedList: (name) => `${name}的相关列表`,
  rule: (name) => `规则${name}`,
  example: (name) => `${name}的示例`,
  conversion: (name) => `转换${name}`,
  publicForm: (name) => `公开表单${name}`,
  relation: (name) => `关联字段${name}`,
  memberLimit: (name) => `成员字段${name}的可选范围`,
  rateDate: (name) => `多币种金额${name}的汇率日期`,
  distance: (name) => `定位字段${name}的距离限制`,
  relationFill: (name) => `关联字段${name}的填充`,
  pickColumn: (name) => `关联字段${name}的选择列表`,
  relationFilter: (name) => `关联字段${name}的条件`,
  optionSet: (name) => `${name}的选项`,
  default: (name) => `${name}的默认值`,
  formula: (name) => `公式${name}`,
  lookup: (name) => `引用${name}`,
  numbering: (name) => `${name}的编号规则`,
  rollup: (name) => `汇总${name}`,
  view: (name) => `视图${name}`,
  viewColumn: (name) => `视图${name}的列`,
  viewFilter: (name) => `视图${name}的筛选条件`,
  viewSort: (name) => `视图${name}的排序`,
  viewGroup: (name) => `看板${name}的分列`,
  viewSum: (name) => `看板${name}的合计`,
  workflow: (name) => `审批流程${name}`,
  report: (name) => `报表${name}`,
  reportDimension: (name) => `报表${name}的分组`,
  reportMeasure: (name) => `报表${name}的指标`,
  reportFilter: (name) => `报表${name}的筛选条件`,
  dashboard: (name) => `仪表盘${name}`,
  roleForm: (name) => `角色${name}的权限`,
  roleRead: (name) => `角色${name}的可读字段`,
  roleWrite: (name) => `角色${name}的可写字段`,
  roleScope: (name) => `角色${name}的数据范围`,
  roleDashboard: (name) => `角色${name}的仪表盘`,
  navigation: (name) => `菜单分组${name}`,
}

const useText = ({ kind, label, document }: ProblemUse): string =>
  uses[kind](`“${localize(label, 'zh') || document.key}”`)

export const usesText = (all: readonly ProblemUse[]): string =>
  listSome(all.map(useText), '；', (rest) => `另有 ${rest} 处`)
