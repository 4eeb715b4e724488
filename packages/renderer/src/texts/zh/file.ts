export const file = {
  show: '查看 {{name}}',
  showAll: '查看附件',
  before: '上一个文件',
  after: '下一个文件',
  zoomIn: '放大',
  zoomOut: '缩小',
  page: '第 {{page, number}} 页，共 {{count, number}} 页',
  download: '下载',
  beginning: '仅显示开头部分，下载文件可查看全部内容。',
  notShown: '此文件无法在这里预览',
  lost: '文件加载失败',
  locked: '此 PDF 有密码保护',
}
