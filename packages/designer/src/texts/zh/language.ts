import type { language as en } from '../en/language.ts'

export const language: typeof en = {
  en: '英文',
  zh: '中文',
}
