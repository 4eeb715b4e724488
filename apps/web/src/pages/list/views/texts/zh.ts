import type { en } from './en.ts'

export const zh: Record<keyof typeof en, string> = {
  takeTitle: '纳入应用',
  takeHint: '纳入后成为应用的视图，不属于任何人：只有搭建者可以修改，成员可将所见另存为自己的视图。',
  takePlace: '在导航中的位置',
  takeNowhere: '仅出现在列表的视图中',
  takeRoles: '适用角色',
  takeAll: '所有可查看这些记录的成员',
  takeOpens: '这些角色打开列表时默认使用',
  takeAfter: '成员原来的视图',
  takeStays: '保持不变',
  takeGoes: '发布后删除',
  takeDraft: '放入我的草稿',
  takePublish: '发布',
  takeOthers_one: '您的草稿还有 {{count}} 项其他更改，将一并发布',
  takeOthers_other: '您的草稿还有 {{count}} 项其他更改，将一并发布',
  takeParts: '此视图涉及您无权查看的内容，只能由有权查看的人纳入。',
  takeDone: '“{{name}}”现在是应用的视图。',
  takeInDraft: '“{{name}}”已放入您的草稿，请检查并发布；成员的视图保持不变。',
}
