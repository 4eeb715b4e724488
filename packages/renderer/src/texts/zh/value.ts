import type { value as english } from '../en/value.ts'

export const value: typeof english = {
  yes: '是',
  no: '否',
  empty: '空',
  about: '约 {{count}}',
  unknown: '无权查看',
  loading: '加载中…',
  rows_one: '{{count}} 行',
  rows_other: '{{count}} 行',
  files_one: '{{count}} 个文件',
  files_other: '{{count}} 个文件',
}
