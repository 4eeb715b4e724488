import { lateTexts } from '../../../texts/late-texts.ts'
import { en, type MemberEventTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of what members were given and lost. */
export const useMemberEventText = lateTexts<MemberEventTexts>('member-events', { en, zh })
