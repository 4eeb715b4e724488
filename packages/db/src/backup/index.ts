export { BackupUnderWayError, withBaseBackup, type BaseBackup } from './base-backup.ts'
export {
  beginBackupRun,
  claimBackupWarning,
  endBackupRun,
  listBackupRuns,
  type BackupRun,
} from './backup-runs.ts'
export { clusterFacts, type ClusterFacts } from './cluster-facts.ts'
