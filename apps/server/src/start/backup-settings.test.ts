import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('backups are on by default, beside the data folder', () => {
  expect(readConfig({ DATA_FOLDER: '/srv/crm/data' }).backups).toEqual({
    folder: '/srv/crm/data-backups',
    time: { hour: 2, minute: 30 },
    retention: { daily: 7, weekly: 4 },
  })
})

test('where, when and how many is set, and they can be off', () => {
  const set = { BACKUPS: '/mnt/disk', BACKUP_TIME: '23:05', BACKUPS_KEPT: '3+0' }
  expect(readConfig(set).backups).toEqual({
    folder: '/mnt/disk',
    time: { hour: 23, minute: 5 },
    retention: { daily: 3, weekly: 0 },
  })
  expect(readConfig({ BACKUPS: 'off' }).backups).toBeUndefined()
})

test.each([
  { BACKUP_TIME: '25:00' },
  { BACKUP_TIME: 'night' },
  { BACKUPS_KEPT: '0+4' },
  { BACKUPS_KEPT: '7' },
])('%j is refused in both languages', (set) => {
  expect(() => readConfig(set)).toThrow(/BACKUP[\s\S]*请写/)
})
