import { foldWords } from './fold-words.ts'
import type { TableColumn } from './suggest-mapping.ts'

/** What heads the reasons in a file of refused rows. */
export const refusalHeader = { en: 'Why this row was refused', zh: '本行未导入的原因' } as const

const headers: ReadonlySet<string> = new Set(Object.values(refusalHeader).map(foldWords))

/** Whether a column holds why its rows were refused the last time, which fills nothing when they come in again. */
export const isRefusalColumn = ({ name }: Pick<TableColumn, 'name'>): boolean => headers.has(foldWords(name))
