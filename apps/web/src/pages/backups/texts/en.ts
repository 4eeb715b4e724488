export const en = {
  intro:
    'A backup holds everything on this server: all workspaces with their records, files and settings. It is made while people work.',
  off: 'Backups are switched off on this server.',
  offHint: 'Whoever runs it can switch them on with the setting BACKUPS.',
  elsewhere: 'The database of this server is a server of its own, and is backed up by its own tools.',
  elsewhereHint: 'Whoever runs it finds in the README what belongs into such a backup.',
  noRoom: 'The last backup failed: the disk lacks room.',
  noRoomHint:
    'It is tried again every hour. Whoever runs the server can make room, or name another disk with the setting BACKUPS.',
  failed: 'The last backup failed.',
  failedHint: 'It is tried again every hour. Why it failed stands in the output of the server.',
  late: 'There has been no good backup for more than 36 hours.',
  lateHint: 'Back up now, or ask whoever runs the server to look at its output.',
  cutOff: 'The backup that began {{at}} was cut off before it was whole.',
  cutOffHint:
    'The server ended meanwhile. What was written of it is removed, and earlier backups are as they were. The next one begins by itself: {{next}}.',
  cutOffAgain:
    'The server ended meanwhile. What was written of it is removed, and earlier backups are as they were. Another one is being made now.',
  now: 'Back up now',
  beginning: 'It begins …',
  writing: 'Copying the database: {{done}} of about {{expected}}',
  checking: 'Reading it again and checking every part',
  leave: 'You can leave this page; it goes on.',
  last: 'Last good backup',
  none: 'None yet',
  lastIs: '{{at}} · {{size}}',
  next: 'Next',
  kept: 'Kept',
  keptDays: 'The newest of each of the last {{days}} days with a backup, and of the {{weeks}} weeks before.',
  list: 'Backups on this server',
  time: 'Time',
  size: 'Size',
  state: 'State',
  checked: 'Checked',
  checkedHint: 'Read again after it was written, and held to its checksums',
  changed: 'Changed since',
  changedHint: 'Its size is another than when it was checked: do not rely on it',
  unknown: 'Not known',
  unknownHint: 'It was made before this server began to remember its checks',
  where: 'Where they are',
  whereText:
    'Each is one file in the folder that was set for them on the server. As it holds all workspaces, also those you are no member of, it cannot be downloaded here. Whoever runs the server can bring one back; the README says how.',
}

export type BackupTexts = typeof en
