import type { CallLine } from './call-line.ts'

/** Backups, and what waits after a restore. */
export const backupCalls = {
  getBackups: { method: 'GET', path: '/api/w/:workspace/backups', hasBody: false },
  startBackup: { method: 'POST', path: '/api/w/:workspace/backups', hasBody: false },
  getHold: { method: 'GET', path: '/api/w/:workspace/hold', hasBody: false },
  endHold: { method: 'POST', path: '/api/w/:workspace/hold/end', hasBody: true },
} as const satisfies Readonly<Record<string, CallLine>>
