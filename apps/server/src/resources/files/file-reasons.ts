/** Why a file is not taken, in both languages. */
export const fileReasons = {
  empty: { en: 'it is empty.', zh: '文件为空。' },
  mismatch: {
    en: 'its content is not what its name says.',
    zh: '文件内容与扩展名不符。',
  },
} as const
