import { lateTexts, type LateText } from '../../../texts/late-texts.ts'
import { en, type MailTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

export type MailText = LateText<MailTexts>

/** The texts of mails of records, which come when one is written or read. */
export const useMailText = lateTexts<MailTexts>('mail', { en, zh })
