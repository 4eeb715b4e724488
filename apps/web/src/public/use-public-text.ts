import { lateTexts } from '../texts/late-texts.ts'
import { en, type PublicTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of pages for strangers, which nobody else downloads. */
export const usePublicText = lateTexts<PublicTexts>('public', { en, zh })
