import type { problem as en } from '../en/problem.ts'

export const problem: typeof en = {
  title: '无法进行此更改',
  inUse: '以下位置仍在使用，请先修改这些位置：',
  more_one: '另有 {{count}} 处',
  more_other: '另有 {{count}} 处',
  understood: '知道了',
}
