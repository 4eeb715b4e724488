import { lateTexts } from '../../texts/late-texts.ts'
import { en, type ResetTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of coming in without the password, which come with their pages. */
export const useResetText = lateTexts<ResetTexts>('reset', { en, zh })
