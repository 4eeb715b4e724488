import i18next from 'i18next'
import { lateTexts, type LateText } from '../texts/late-texts.ts'
import { en, type OfflineTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

export type OfflineText = LateText<OfflineTexts>
export type OfflineKey = Parameters<OfflineText>[0]

/** The texts of working without the server, which come after the first page. */
export const useOfflineText = lateTexts<OfflineTexts>('offline', { en, zh })

/** The same outside of components. */
export const offlineWord: OfflineText = (key, params) => i18next.t(key, { ns: 'offline', ...params })
