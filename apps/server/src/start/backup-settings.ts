import { resolve } from 'node:path'
import type { BackupSettings } from '../backup/kept-backups.ts'
import type { Retention } from '../backup/retention.ts'
import type { TimeOfDay } from '../backup/schedule.ts'
import { StartProblem } from '../postgres/start-problem.ts'

const bad = (name: string, value: string, en: string, zh: string) =>
  new StartProblem('bad-setting', `${name}=${value}: ${en}`, `${name}=${value}：${zh}`)

function readTime(text: string): TimeOfDay {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  if (hour !== undefined && minute !== undefined) return { hour: Number(hour), minute: Number(minute) }
  throw bad('BACKUP_TIME', text, 'write a time of day like 02:30', '请写成 02:30 这样的时间。')
}

function readRetention(text: string): Retention {
  const [, daily, weekly] = /^(\d{1,3})\+(\d{1,3})$/.exec(text) ?? []
  if (Number(daily) > 0) return { daily: Number(daily), weekly: Number(weekly) }
  throw bad(
    'BACKUPS_KEPT',
    text,
    'write how many days and how many weeks before them are kept, like 7+4; at least one day.',
    '请写出保留的天数和更早的周数，例如 7+4；至少保留一天。',
  )
}

/** Where, when and how many backups are kept; undefined when somebody wants none. */
export function readBackups(
  set: (name: string) => string | undefined,
  dataFolder: string,
): BackupSettings | undefined {
  const folder = set('BACKUPS') ?? `${resolve(dataFolder)}-backups`
  const time = readTime(set('BACKUP_TIME') ?? '02:30')
  const retention = readRetention(set('BACKUPS_KEPT') ?? '7+4')
  return folder === 'off' ? undefined : { folder: resolve(folder), time, retention }
}
