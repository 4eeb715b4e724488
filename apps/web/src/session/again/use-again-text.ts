import { lateTexts } from '../../texts/late-texts.ts'
import { en, type AgainTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of signing in again, which come with it. */
export const useAgainText = lateTexts<AgainTexts>('sign-in-again', { en, zh })
