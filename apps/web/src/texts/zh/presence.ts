export const presence = {
  presence: '此刻也在这里',
  presenceReads: '{{name}} 正在查看',
  presenceEdits: '{{name}} 正在编辑',
  presenceManyEdit_one: '{{name}} 和另外 {{count}} 人正在编辑',
  presenceManyEdit_other: '{{name}} 和另外 {{count}} 人正在编辑',
  presenceSomebody: '某位成员',
  recordFiles: '文件',
  recordFilesNone: '还没有附件。',
  downloadFile: '下载 {{name}}',
  recordTasksMore: '仅显示前 {{count}} 项。',
  presenceJoin: '、',
}
