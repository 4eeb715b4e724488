import { besideChanges } from './workspace/beside-changes.ts'
import type { Migration } from './migration.ts'
import { toldApart } from './workspace/told-apart.ts'
import { wholeTitles } from './workspace/whole-titles.ts'
import { apiKeys } from './workspace/api-keys.ts'
import { approvals } from './workspace/approvals.ts'
import { bulkJobs } from './workspace/bulk-jobs.ts'
import { changeSets } from './workspace/change-sets.ts'
import { comments } from './workspace/comments.ts'
import { definition } from './workspace/definitions.ts'
import { exchangeRates } from './workspace/exchange-rates.ts'
import { exportJobs } from './workspace/export-jobs.ts'
import { favourites } from './workspace/favourites.ts'
import { fileVersions } from './workspace/file-versions.ts'
import { files } from './workspace/files.ts'
import { imports } from './workspace/imports.ts'
import { importAlike } from './workspace/import-alike.ts'
import { importChanges } from './workspace/import-changes.ts'
import { importLines } from './workspace/import-lines.ts'
import { importPositions } from './workspace/import-positions.ts'
import { importPresets } from './workspace/import-presets.ts'
import { importEncoding } from './workspace/import-encoding.ts'
import { importTurns } from './workspace/import-turns.ts'
import { importFiles } from './workspace/import-files.ts'
import { importTells } from './workspace/import-tells.ts'
import { importWarnings } from './workspace/import-warnings.ts'
import { kept } from './workspace/kept.ts'
import { lastValues } from './workspace/last-values.ts'
import { matching } from './workspace/matching.ts'
import { linkSeeds } from './workspace/link-seeds.ts'
import { looks } from './workspace/looks.ts'
import { folded } from './workspace/folded.ts'
import { memberEvents } from './workspace/member-events.ts'
import { mail } from './workspace/mail.ts'
import { mornings } from './workspace/mornings.ts'
import { merges } from './workspace/merges.ts'
import { newestFirst } from './workspace/newest-first.ts'
import { notifications } from './workspace/notifications.ts'
import { overdue } from './workspace/overdue.ts'
import { people } from './workspace/people.ts'
import { publicForms } from './workspace/public-forms.ts'
import { push } from './workspace/push.ts'
import { pushSessions } from './workspace/push-sessions.ts'
import { recalculations } from './workspace/recalculations.ts'
import { recordAnnouncements } from './workspace/record-announcements.ts'
import { recordShares } from './workspace/record-shares.ts'
import { recordMails } from './workspace/record-mails.ts'
import { records } from './workspace/records.ts'
import { recycleBin } from './workspace/recycle-bin.ts'
import { relativeTasks } from './workspace/relative-tasks.ts'
import { reminders } from './workspace/reminders.ts'
import { spelling } from './workspace/spelling.ts'
import { stages } from './workspace/stages.ts'
import { tasks } from './workspace/tasks.ts'
import { typeChanges } from './workspace/type-changes.ts'
import { views } from './workspace/views.ts'

export const workspaceMigrations: readonly Migration[] = [
  {
    number: 1,
    name: 'people, revisions, records, files, imports, approvals',
    statements: [...people, ...definition, ...records, ...files, ...imports, ...approvals],
  },
  { number: 2, name: 'API keys', statements: apiKeys },
  { number: 3, name: 'public forms', statements: publicForms },
  { number: 4, name: 'stages', statements: stages },
  { number: 5, name: 'exchange rates', statements: exchangeRates },
  { number: 6, name: 'warnings of imports', statements: importWarnings },
  { number: 7, name: 'what was cleared', statements: kept },
  { number: 8, name: 'values entered last', statements: lastValues },
  { number: 9, name: 'recalculations', statements: recalculations },
  { number: 10, name: 'changes of type that take long', statements: typeChanges },
  { number: 11, name: 'links kept as hashes', statements: linkSeeds },
  { number: 12, name: 'changes of many records', statements: bulkJobs },
  { number: 13, name: 'imports that change records', statements: importChanges },
  { number: 14, name: 'views and desks of members', statements: views },
  { number: 15, name: 'changes that are undone as one', statements: changeSets },
  { number: 16, name: 'matches of imports', statements: importPresets },
  { number: 17, name: 'how Chinese is read', statements: spelling },
  { number: 18, name: 'notifications', statements: notifications },
  { number: 19, name: 'tasks', statements: tasks },
  { number: 20, name: 'comments', statements: comments },
  { number: 21, name: 'announcements of records', statements: recordAnnouncements },
  { number: 22, name: 'recycle bin over all forms', statements: recycleBin },
  { number: 23, name: 'who follows records and looked at them when', statements: looks },
  { number: 24, name: 'mail', statements: mail },
  { number: 25, name: 'imports that go on where they were', statements: importPositions },
  { number: 26, name: 'when members were told of overdue follow-ups', statements: overdue },
  { number: 27, name: 'what records are compared by', statements: matching },
  { number: 28, name: 'records that are shared', statements: recordShares },
  { number: 29, name: 'mornings of members', statements: mornings },
  { number: 30, name: 'exports made in the background', statements: exportJobs },
  { number: 31, name: 'favourites', statements: favourites },
  { number: 32, name: 'records merged into others', statements: merges },
  { number: 33, name: 'push', statements: push },
  { number: 34, name: 'whether imports tell members', statements: importTells },
  { number: 35, name: 'reminders', statements: reminders },
  { number: 36, name: 'files of imports', statements: importFiles },
  { number: 37, name: 'records that are told apart', statements: toldApart },
  { number: 38, name: 'tasks by a date of their record', statements: relativeTasks },
  { number: 39, name: 'what happened last, over many records', statements: newestFirst },
  { number: 40, name: 'pushes that end with their session', statements: pushSessions },
  { number: 41, name: 'rows of imports that are there already', statements: importAlike },
  { number: 42, name: 'what happened beside changes', statements: besideChanges },
  { number: 43, name: 'versions of files', statements: fileVersions },
  { number: 44, name: 'line items of imports', statements: importLines },
  { number: 45, name: 'mails of records', statements: recordMails },
  { number: 46, name: 'records by their whole title', statements: wholeTitles },
  { number: 47, name: 'what members were given and lost', statements: memberEvents },
  { number: 48, name: 'what members folded', statements: folded },
  { number: 49, name: 'encodings of imports', statements: importEncoding },
  { number: 50, name: 'turns of imports', statements: importTurns },
]
