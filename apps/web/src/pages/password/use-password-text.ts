import { lateTexts } from '../../texts/late-texts.ts'
import { en, type PasswordTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of the page on which one changes one's password, which come with it. */
export const usePasswordText = lateTexts<PasswordTexts>('own-password', { en, zh })
