import type { Export, Locale } from '@pipewright/contract'
import type { ExportError, ExportJob } from '@pipewright/db'

/** How long a file is kept. */
export const keptMs = 7 * 24 * 3_600_000

const errors: Readonly<Record<ExportError, { readonly en: string; readonly zh: string }>> = {
  refused: { en: 'You may not export this any more.', zh: '您已无权导出此内容。' },
  interrupted: {
    en: 'The server stopped several times meanwhile. Export again.',
    zh: '服务器多次中断，请重新导出。',
  },
  'too-large': {
    en: 'This is too large for an Excel file. Export it as CSV, or fewer columns.',
    zh: '内容过大，超出 Excel 文件上限。请导出为 CSV 或减少列。',
  },
  internal: { en: 'Something went wrong on our side. Export again.', zh: '系统出错，请重新导出。' },
}

export const exportAnswer = (
  { id, form, fileName, state, total, done, bytes, error, createdAt, endedAt }: ExportJob,
  locale: Locale,
): Export => ({
  id,
  form,
  fileName,
  state,
  total,
  done,
  bytes,
  error: error === null ? null : errors[error][locale],
  at: createdAt,
  until: state === 'done' && endedAt !== null ? new Date(Date.parse(endedAt) + keptMs).toISOString() : null,
})
