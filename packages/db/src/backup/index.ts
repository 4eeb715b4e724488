export { BackupUnderWayError, withBaseBackup, type BaseBackup } from './base-backup.ts'
export { clusterFacts, type ClusterFacts } from './cluster-facts.ts'
