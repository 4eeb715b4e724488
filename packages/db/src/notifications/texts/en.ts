import type { NotificationTexts } from './notification-texts.ts'

const by = (who: string | null, active: (who: string) => string, passive: string): string =>
  who === null ? passive : active(who)

const times = (count: number): string => (count === 1 ? '' : ` (${count} times)`)
const records = (count: number): string =>
  count === 1 ? 'a record' : `${count.toLocaleString('en')} records`

function overdueNames(tasks: number, count: number): string {
  if (tasks === 0) return 'follow-ups'
  return tasks === count ? 'tasks' : 'tasks and follow-ups'
}

export const en: NotificationTexts = {
  others: (who) => `${who} and others`,
  unnamed: 'a record',
  quoted: (title) => `“${title}”`,
  listed: (names) => names.join(', '),
  values: {
    yes: 'Yes',
    no: 'No',
    unknown: 'unknown',
    rows: (count) => (count === 1 ? '1 row' : `${count} rows`),
    files: (count) => (count === 1 ? '1 file' : `${count} files`),
  },
  gone: 'This was about something you can no longer open.',
  kinds: {
    assigned: ({ who, what, count, fields, words, params }) => {
      if (params.shared === true)
        return by(
          who,
          (name) => `${name} shared ${what ?? records(count)} with you`,
          `${what} was shared with you`,
        )
      if (words !== '') return by(who, (name) => `${name} assigned you a task: ${words}`, `A task: ${words}`)
      const given = what ?? records(count)
      const as = fields === '' ? '' : ` (${fields})`
      const passive = `${given} ${what === null && count > 1 ? 'were' : 'was'} assigned to you${as}`
      return by(who, (name) => `${name} assigned ${given} to you${as}`, passive)
    },
    mentioned: ({ who, what, count }) =>
      by(who, (name) => `${name} mentioned you in ${what}`, `You were mentioned in ${what}`) + times(count),
    replied: ({ who, what, count }) =>
      by(who, (name) => `${name} commented on ${what}`, `There is a comment on ${what}`) + times(count),
    followed: ({ who, what, count, fields, params }) => {
      const of = what ?? records(count)
      if (fields === '' && params.noted === true)
        return by(who, (name) => `${name} noted a follow-up on ${of}`, `A follow-up was noted on ${of}`)
      if (fields === '' && params.commented === true)
        return by(who, (name) => `${name} commented on ${of}`, `There is a comment on ${of}`)
      const changed = by(who, (name) => `${name} changed ${of}`, `${of} was changed`)
      return `${changed}${times(what === null ? 1 : count)}${fields === '' ? '' : `: ${fields}`}`
    },
    approvalWaiting: ({ who, what }) =>
      by(who, (name) => `${name} asks you to approve ${what}`, `${what} waits for your approval`),
    approvalDecided: ({ who, what, params }) => {
      const did = params.decision === 'rejected' ? 'rejected' : 'approved'
      return by(who, (name) => `${name} ${did} ${what}`, `${what} was ${did}`)
    },
    mailFailed: ({ what, params }) =>
      params.partly === true
        ? `Your e-mail on ${what} did not reach everybody`
        : `Your e-mail on ${what} was not sent`,
    reminder: ({ words, what, params: { rows } }) => {
      if (what !== null) return `${words} · ${what}`
      return rows === undefined ? words : `${words} · ${records(rows)}`
    },
    dueToday: ({ words, count }) => (words === '' ? `${count} tasks are due today` : `Due today: ${words}`),
    overdue: ({ what, words, count, params }) => {
      if (what !== null) return `The follow-up of ${what} is overdue`
      if (words !== '') return `Overdue: ${words}`
      const more = params.more === true ? 'More than ' : ''
      return `${more}${count} ${overdueNames(params.tasks ?? 0, count)} are overdue`
    },
    importReady: ({ params }) =>
      params.failed === true
        ? 'The import could not be finished. Nothing was changed.'
        : `The import is done: ${records(params.rows ?? 0)}`,
    exportReady: ({ params }) =>
      params.failed === true ? 'The export could not be finished' : 'Your export is ready',
    bulkReady: ({ params }) =>
      params.failed === true
        ? 'A change of many records could not be finished'
        : `A change of many is done: ${records(params.rows ?? 0)}`,
    backupTrouble: ({ params }) =>
      params.failed === true
        ? 'The last backup of this server failed'
        : 'The last good backup of this server is older than 36 hours',
  },
}
