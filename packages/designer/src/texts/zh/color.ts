import type { color as en } from '../en/color.ts'

export const color: typeof en = {
  gray: '灰色',
  red: '红色',
  orange: '橙色',
  gold: '金色',
  green: '绿色',
  cyan: '青色',
  blue: '蓝色',
  purple: '紫色',
  magenta: '洋红',
}
