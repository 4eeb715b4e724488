export const home = {
  openView: '打开列表',
  openTodo: '打开待办',
  shortcuts: '快捷入口',
  home: '首页',
  homeChoose: '设为我的首页',
  homeChosen: '已设为您的首页。',
  homeNotChosen: '已恢复为角色默认首页。',
  emptyDashboard: '此页面暂无您可查看的内容。',
}
