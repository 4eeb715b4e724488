import type { documents as en } from '../en/documents.ts'

export const documents: typeof en = {
  choose: '请在左侧选择',
}
