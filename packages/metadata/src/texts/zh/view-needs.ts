import type { ViewSetting } from '../../view-kinds/view-kind.ts'

/** What a view says it lacks. */
export const viewNeeds: Readonly<Record<ViewSetting, string>> = {
  groupBy: '看板需要一个字段来划分列。',
  lanes: '泳道需要一个字段。',
  start: '日历或时间线需要一个日期字段。',
  end: '结束时间需要一个日期字段。',
  colorBy: '颜色需要一个单选字段。',
  picture: '相册需要一个附件字段来显示图片。',
  place: '地图需要一个定位字段。',
  parent: '树形视图需要一个指向本表单的关联字段。',
}
