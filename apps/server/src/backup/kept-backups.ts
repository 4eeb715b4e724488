import type { Database } from '@pipewright/db'
import type { BackupProgress, BackupSource } from './make-backup.ts'
import type { Retention } from './retention.ts'
import type { TimeOfDay } from './schedule.ts'
import type { BackupTrouble, StandingBackup } from './standing.ts'

export interface BackupSettings {
  readonly folder: string
  readonly time: TimeOfDay
  readonly retention: Retention
}

export interface KeepBackupsOptions {
  readonly source: BackupSource
  readonly settings: BackupSettings
  /** Remembers what became of each attempt. */
  readonly database: Database
  readonly clock: () => number
  /** Told what went wrong, for who runs the server. */
  readonly say: (line: string) => void
  readonly times?: BackupTimes
}

export interface BackupTimes {
  /** After the start, which waits for nothing of it. */
  readonly firstMs: number
  readonly lookMs: number
  /** What failed is tried again after so long. */
  readonly againMs: number
}

export interface BackupUnderWay extends BackupProgress {
  readonly at: string
}

export interface BackupStanding {
  readonly backups: readonly StandingBackup[]
  readonly underWay: BackupUnderWay | undefined
  readonly trouble: BackupTrouble | undefined
  /** When the last attempt began, if the server ended before it was whole. */
  readonly cutOff: string | undefined
  /** When the next one is made by itself. */
  readonly next: string
  /** When the last attempt ended, whatever became of it. */
  readonly lastEnd: string | null
  readonly retention: Retention
}

export interface KeptBackups {
  readonly standing: () => Promise<BackupStanding>
  /** Begins one unless one is under way. */
  readonly begin: () => void
  /** Ends the one under way. */
  readonly stop: () => Promise<void>
}
