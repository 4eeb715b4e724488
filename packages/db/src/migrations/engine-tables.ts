import type { AppDefinition, Edit, LocalizedText } from '@pipewright/schemas'
import type { ColumnType, Generated } from 'kysely'

/** Written as JSON text, because the driver would turn a JavaScript array into a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>

interface Account {
  id: string
  email: string
  email_folded: ColumnType<string, never, never>
  name: string
  password_hash: string
  locale: 'en' | 'zh'
  zone: string
  created_at: string
  disabled: Generated<boolean>
}

interface Session {
  id_hash: string
  account: string
  created_at: string
  expires_at: string
  last_seen: string
}

interface SetupToken {
  token_hash: string
  created_at: string
  expires_at: string
  used_at: string | null
}

interface Attempt {
  key: string
  failures: number
  last_at: string
}

interface Workspace {
  key: string
  name: string
  schema: string
  locale: Generated<'en' | 'zh'>
  zone: Generated<string>
  week_start: Generated<number>
  fiscal_month: Generated<number>
  created_at: string
  created_by: string | null
}

interface Membership {
  account: string
  workspace: string
  member: string
}

/** Tables of the schema `system`. */
export interface SystemTables {
  account: Account
  session: Session
  setup_token: SetupToken
  attempt: Attempt
  workspace: Workspace
  membership: Membership
}

interface Department {
  id: string
  name: string
  parent: string | null
  manager: string | null
}

interface Member {
  id: string
  account: string | null
  name: string
  email: string
  email_folded: ColumnType<string, never, never>
  department: string | null
  active: Generated<boolean>
  created_at: string
}

interface MemberRole {
  member: string
  role: string
}

interface Invitation {
  id: string
  token_hash: string
  member: string
  created_at: string
  created_by: string | null
  expires_at: string
  accepted_at: string | null
}

interface RevisionRow {
  n: number
  definition: Json<AppDefinition>
  summary: JsonWithDefault<{ en: string; zh: string }[]>
  published_by: string | null
  at: string
}

/** A step of the undo or redo list: the edits that take the draft there. */
export type StoredStep = Edit[]

interface DraftRow {
  member: string
  base: number
  version: number
  definition: ColumnType<AppDefinition | null, string | null, string | null>
  undo: JsonWithDefault<StoredStep[]>
  redo: JsonWithDefault<StoredStep[]>
  updated_at: string
}

interface ParkedRow {
  table_name: string
  column_name: Generated<string>
  form: string
  field: string | null
  revision: number
  at: string
}

interface KeptClearedRow {
  id: ColumnType<string, never, never>
  kind: 'form' | 'field' | 'values' | 'links'
  path: string
  form: Json<LocalizedText>
  field: ColumnType<LocalizedText | null, string | null, never>
  revision: number
  count: number
  at: string
  by: string | null
}

interface RecordEvent {
  id: string
  at: string
  form: string
  record: string
  kind: string
  member: string | null
  cause: Json<{ type: string; id?: string; comment?: string }>
  changes: Json<Record<string, [unknown, unknown]>>
  change_set: string | null
}

interface Counter {
  form: string
  field: string
  period: string
  value: number
}

interface Idempotency {
  member: string
  key: string
  request_hash: string
  answer: ColumnType<unknown, string | null | undefined, string | null>
  created_at: string
}

interface FileRow {
  id: string
  name: string
  bytes: number
  type: string
  uploaded_by: string | null
  uploaded_at: string
  form: string | null
  record: string | null
  field: string | null
}

interface FileChunk {
  file: string
  position: number
  content: Buffer
}

interface Recalculation {
  form: string
  record: string
  mark: string
  member: string
  cause: Json<unknown>
  at: string
  failed: Generated<boolean>
}

interface ImportTable {
  id: string
  form: string
  file_name: string
  state: 'uploaded' | 'checking' | 'checked' | 'importing' | 'done' | 'failed' | 'cancelled'
  rows: Generated<number>
  done: Generated<number>
  bad: Generated<number>
  columns: JsonWithDefault<unknown>
  mapping: JsonWithDefault<unknown>
  skip_bad: Generated<boolean>
  problems: JsonWithDefault<unknown>
  warned: Generated<number>
  warnings: JsonWithDefault<unknown>
  error: string | null
  created_by: string
  created_at: string
  updated_at: string
}

interface ImportRow {
  import: string
  row: number
  cells: Json<unknown>
  values: ColumnType<unknown, string | null | undefined, string | null>
  problems: ColumnType<unknown, string | null | undefined, string | null>
  warnings: ColumnType<unknown, string | null | undefined, string | null>
  record: string | null
}

interface ChecklistTick {
  form: string
  record: string
  stage: string
  item: string
  member: string
  at: string
}

interface LastValueRow {
  member: string
  form: string
  values: Json<Record<string, unknown>>
  at: string
}

interface ApprovalRun {
  id: string
  workflow: string
  form: string
  record: string
  state: 'open' | 'approved' | 'rejected' | 'withdrawn'
  revision: number
  run: Json<unknown>
  started_by: string
  started_at: string
  finished_at: string | null
  comment: Generated<string>
}

interface ApprovalTask {
  id: string
  run: string
  step: string
  position: number
  state: 'waiting' | 'approved' | 'rejected' | 'skipped' | 'cancelled'
  approvers: string[]
  created_at: string
  decided_by: string | null
  decided_at: string | null
  comment: Generated<string>
}

/** The engine's own tables in the schema of a workspace. Instants are ISO text in UTC. */
export interface EngineTables {
  _department: Department
  _member: Member
  _member_role: MemberRole
  _invitation: Invitation
  _revision: RevisionRow
  _draft: DraftRow
  _parked: ParkedRow
  _kept_cleared: KeptClearedRow
  _record_event: RecordEvent
  _counter: Counter
  _idempotency: Idempotency
  _file: FileRow
  _file_chunk: FileChunk
  _recalculation: Recalculation
  _import: ImportTable
  _import_row: ImportRow
  _approval_run: ApprovalRun
  _approval_task: ApprovalTask
  _checklist_tick: ChecklistTick
  _last_value: LastValueRow
}
