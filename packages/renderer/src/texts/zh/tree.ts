import type { tree as english } from '../en/tree.ts'

export const tree: typeof english = {
  top: '最上级',
  moveTop: '移到最上级',
  moveUnder: '移到其他上级…',
  dropTop: '拖放到此处成为最上级',
  createBelow: '新建下级记录',
  fold: '收起“{{title}}”',
  unfold: '展开“{{title}}”',
  below: '直接下级：{{number}}',
  loading: '加载中…',
  more: '显示更多',
  circle: '“{{title}}”不能置于自身或其下级之下。',
  circles_one: '有记录经由其他记录成为自己的下级。它列在末尾，请移动它以修正。',
  circles_other: '有 {{count}} 条记录互为上下级，形成循环。它们列在末尾，请移动其中一条以修正。',
  openLevel: '展开一级',
  closeLevel: '收起一级',
  closeAll: '全部收起',
}
