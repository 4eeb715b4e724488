import { lateTexts } from '../../texts/late-texts.ts'
import { en, type BackupTexts } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The texts of backups, which nobody downloads before opening them. */
export const useBackupText = lateTexts<BackupTexts>('backups', { en, zh })
