export { connect, type ConnectOptions } from './connection/connect.ts'
export type * from './connection/connection.ts'
export { DatabaseError, type DatabaseErrorKind } from './connection/database-error.ts'
export { compiled, engineQuery, firstOf, runQuery, systemQuery } from './connection/engine-query.ts'
export { holdingJob } from './connection/held-lock.ts'
export { quoteIdent, quoteTable } from './connection/quote-ident.ts'
export { savepoint } from './connection/savepoint.ts'
export { prepared, toStatement } from './connection/statement.ts'
export { workspaceRef, type WorkspaceRef } from './connection/workspace-ref.ts'
export type * from './migrations/engine-tables.ts'
export { ensureEventPartitions } from './migrations/event-partitions.ts'
export { applyMigration } from './migrations/apply-migrations.ts'
export { migrate, newestMigrations, NewerSchemaError, type MigrateOptions } from './migrations/migrate.ts'
export type { Migration } from './migrations/migration.ts'
export { workspaceMigrations } from './migrations/workspace-migrations.ts'
export * from './around/index.ts'
export * from './timeline/index.ts'
export * from './bin/index.ts'
export * from './people/index.ts'
export { announcementChannel, readAnnouncement, type Announcement } from './publish/announcement.ts'
export { buildMissingIndexes } from './publish/build-missing-indexes.ts'
export { checkCatalogue } from './publish/check-catalogue.ts'
export { installWorkspace, type InstallResult, type NewWorkspace } from './publish/install-workspace.ts'
export { listParked, type ParkedEntry } from './publish/parked.ts'
export { claimTending, releaseTending } from './publish/claim-tending.ts'
export { tendWorkspaces } from './publish/tend-workspaces.ts'
export { publish, type PublishRequest, type PublishResult } from './publish/publish.ts'
export {
  currentRevision,
  listRevisions,
  loadRevision,
  type Revision,
  type RevisionEntry,
  type Sentence,
} from './revisions/revisions.ts'
export { describeImpact, type Impact, type ImpactedChange } from './publish/describe-impact.ts'
export type { Effect, EffectCode, Severity } from './publish/effect.ts'
export * from './matching/index.ts'
export * from './merge/index.ts'
export { cancelTypeChange } from './type-change/background/cancel-type-change.ts'
export { settleTypeChange } from './type-change/background/settle-type-change.ts'
export { typeChangeProgress, type TypeChangeProgress } from './type-change/background/type-change-progress.ts'
export { previewTypeChange, type TypeChangePreview } from './type-change/preview-type-change.ts'
export { rebaseDraft, restoreRevision, type RebaseResult } from './drafts/carry-draft.ts'
export {
  draftStanding,
  getDraft,
  type Draft,
  type DraftConflict,
  type DraftResult,
  type DraftTurn,
  type EditRefused,
} from './drafts/draft.ts'
export { discardDraft, redoDraft, saveEdits, undoDraft } from './drafts/edit-draft.ts'
export {
  draftImpact,
  draftProblems,
  publishDraft,
  type DraftImpact,
  type PublishDraftResult,
} from './drafts/publish-draft.ts'
export { withTriedConversions } from './drafts/try-draft-conversions.ts'
export type { TriedConversion } from './publish/try-conversions.ts'
export * from './backup/index.ts'
export * from './hold/index.ts'
export * from './records/index.ts'
export * from './ledger/undo/index.ts'
export * from './approvals/index.ts'
export { listButtons, pressButton } from './buttons/press-button.ts'
export * from './exports/index.ts'
export * from './imports/index.ts'
export * from './kept/index.ts'
export * from './looks/index.ts'
export * from './mail/index.ts'
export * from './record-mails/index.ts'
export * from './shares/index.ts'
export * from './notifications/index.ts'
export * from './rates/index.ts'
export { tellReminders } from './reminders/tell-reminders.ts'
export * from './todo/index.ts'
export * from './push/index.ts'
export * from './recalculations/index.ts'
export * from './comments/index.ts'
export * from './files/index.ts'
export { logFollowUp, type NewFollowUp } from './follow-ups/index.ts'
export * from './public-forms/index.ts'
export * from './bulk/index.ts'
export * from './views/index.ts'
