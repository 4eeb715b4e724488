export const exportTexts = {
  exportsPage: '我的导出',
  exportStarted: '正在生成文件',
  exportStartedHint: '记录较多，完成后会通知您，期间可继续其他工作。',
  exportsNone: '暂无导出',
  exportsNoneHint: '超过 20,000 条记录的文件在后台生成，并在此保留 7 天。',
  exportRunning: '已处理 {{done}} / {{of}} 条记录',
  exportWaiting: '排队中',
  exportDone: '共 {{count}} 条记录，保留至 {{until}}',
  exportFetch: '下载 {{name}}',
  exportFetchShort: '下载',
  exportStop: '取消 {{name}}',
  exportDrop: '删除 {{name}}',
}
