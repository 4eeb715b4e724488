import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, type BackupTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const namespace = 'backups'
i18next.addResourceBundle('en', namespace, en)
i18next.addResourceBundle('zh', namespace, zh)

export type BackupText = (key: keyof BackupTexts, params?: Record<string, string | number>) => string

/** The texts of backups, which nobody downloads before opening them. */
export function useBackupText(): BackupText {
  const { t } = useTranslation(namespace)
  return t as unknown as BackupText
}
