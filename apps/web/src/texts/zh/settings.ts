import type { settings as english } from '../en/settings.ts'

export const settings: { readonly [K in keyof typeof english]: string } = {
  settingsTitle: '工作区设置',
  backups: '备份',
  settingsSaved: '已保存，筛选和日历即刻按此计算。',
  currencyTitle: '工作区本位币',
  currencyHint: '新建的金额字段以此为币种。它属于应用的一部分：在设计器中修改后为草稿，发布后生效。',
  currencyChange: '在设计器中修改',
  weekStart: '每周从哪天开始',
  weekStartHint: '影响日历、“在本周”等筛选以及按周统计的报表；公式中的 WEEKNUM 和 WEEKDAY 不受影响。',
  fiscalMonth: '财年从哪个月开始',
  fiscalMonthHint: '影响“在本财年”“在本财季”等筛选。',
}
