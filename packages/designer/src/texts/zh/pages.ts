import type { pages as english } from '../en/pages.ts'

export const pages: typeof english = {
  title: '标签页',
  help: '内容较多的表单可以分成多个标签页。先添加两个标签页，再为每个分组选择所在的标签页。',
  name: '标签页名称',
  new: '标签页 {{position}}',
  add: '添加标签页',
  up: '前移{{name}}',
  down: '后移{{name}}',
  remove: '删除{{name}}',
  steps: '新建时分步填写',
  stepsHelp: '每一步检查通过后才能进入下一步。',
  empty: '该标签页还没有分组，使用者暂时看不到。请选中分组并选择此标签页。',
  section: '所在标签页',
}
