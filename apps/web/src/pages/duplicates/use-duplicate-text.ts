import { lateTexts } from '../../texts/late-texts.ts'
import { en, type DuplicateTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of the page of duplicates, which nobody downloads before it is opened. */
export const useDuplicateText = lateTexts<DuplicateTexts>('duplicates', { en, zh })
