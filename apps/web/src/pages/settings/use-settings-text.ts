import { lateTexts } from '../../texts/late-texts.ts'
import { en, type SettingsTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of settings, which nobody downloads before opening them. */
export const useSettingsText = lateTexts<SettingsTexts>('settings', { en, zh })
