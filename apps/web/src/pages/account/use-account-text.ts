import { lateTexts } from '../../texts/late-texts.ts'
import { en, type AccountTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of the page of one's own account, which come with it. */
export const useAccountText = lateTexts<AccountTexts>('own-account', { en, zh })
