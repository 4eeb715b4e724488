import { lateTexts } from '../../../texts/late-texts.ts'
import { en, type MemberResetTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of links that administrators make for members. */
export const useMemberResetText = lateTexts<MemberResetTexts>('member-reset', { en, zh })
