export const cell = {
  editor: '{{title}} 的{{column}}',
  elsewhere: '此值属于另一条记录，请到那条记录中修改。',
  calculated: '此值由其他字段计算得出。',
  system: '此值由系统维护。',
  noRight: '您没有修改此字段的权限。',
  approval: '此记录正在审批中，审批结束后才能修改。',
  deleted: '此记录在回收站中，恢复后才能修改。',
  openRecord: '请打开记录后修改此字段。',
  lockedBy: '规则“{{rule}}”锁定了此字段。',
  hidden: '此记录不需要填写该字段。',
  fill: '向下填充',
  lost: '未能加载，请检查网络后重试。',
}
