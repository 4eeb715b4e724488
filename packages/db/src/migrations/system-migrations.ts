import type { Migration } from './migration.ts'
import { familiarPlaces, placedSessions, provenSessions } from './system/signing-in.ts'

const accounts = [
  `create table account (
    id uuid primary key,
    email text not null,
    email_folded text not null unique generated always as (lower(normalize(email, nfkc))) stored,
    name text not null,
    password_hash text not null,
    locale text not null check (locale in ('en', 'zh')),
    zone text not null,
    created_at timestamptz(3) not null,
    disabled boolean not null default false
  )`,
  `create table session (
    id_hash text primary key,
    account uuid not null references account on delete cascade,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    last_seen timestamptz(3) not null,
    csrf text not null
  )`,
  `create index session_account on session (account)`,
  `create index session_expires_at on session (expires_at)`,
  `create table setup_token (
    token_hash text primary key,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3)
  )`,
  // Failed sign-ins by account and by network, seen by every process.
  `create table attempt (
    key text primary key,
    failures int not null,
    last_at timestamptz(3) not null
  )`,
]

const workspaces = [
  `create table workspace (
    key text primary key check (key ~ '^[a-z][a-z0-9_]{0,40}$'),
    name text not null,
    schema text not null unique,
    locale text not null default 'en' check (locale in ('en', 'zh')),
    zone text not null default 'UTC',
    created_at timestamptz(3) not null,
    created_by uuid references account
  )`,
  `create table membership (
    account uuid not null references account on delete cascade,
    workspace text not null references workspace on delete cascade,
    member uuid not null,
    primary key (account, workspace)
  )`,
  `create index membership_workspace on membership (workspace)`,
]

const tended = [
  `create table tended (
    alone boolean primary key check (alone),
    at timestamptz(3) not null
  )`,
]

/** Which day weeks begin on (1 is Monday), and the month fiscal years begin in. */
const calendars = [
  `alter table workspace
    add column week_start smallint not null default 1 check (week_start between 1 and 7),
    add column fiscal_month smallint not null default 1 check (fiscal_month between 1 and 12)`,
]

/** Which days of the week are worked, Monday to Friday without any, and holidays and make-up days by date. */
const workingDays = [`alter table workspace add column workdays jsonb, add column special_days jsonb`]

/** What a session's changes carry is made of its cookie; the database need not know it. */
const derivedTokens = [`alter table session drop column csrf`]

/** What the installation shows to push services; its private part is sealed by the server. */
const pushKeys = [
  `create table push_key (
    alone boolean primary key check (alone),
    public_key text not null,
    sealed text not null
  )`,
]

/** One-time links that set a new password. Links that were used stay: they say who made them, for whom and when. */
const resetLinks = [
  `create table reset_link (
    token_hash text primary key,
    account uuid not null references account on delete cascade,
    way text not null check (way in ('mail', 'member', 'server')),
    made_by uuid references account on delete set null,
    workspace text references workspace on delete cascade,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3)
  )`,
  `create index reset_link_account on reset_link (account, created_at)`,
]

/** Attempts to make a backup, and when administrators of a workspace were last warned. */
const backupRuns = [
  `create table backup_run (
    at timestamptz(3) primary key,
    ended_at timestamptz(3),
    outcome text check (outcome in ('whole', 'failed', 'stopped')),
    reason text check (reason in ('no-room', 'other')),
    bytes bigint
  )`,
  `create table backup_warning (
    workspace text primary key references workspace on delete cascade,
    at timestamptz(3) not null
  )`,
]

/** Workspaces that were brought back from a backup: what would leave them waits until somebody releases it, and who did. */
const holds = [
  `create table hold (
    workspace text references workspace on delete cascade,
    backup_at timestamptz(3),
    restored_at timestamptz(3) not null,
    released_at timestamptz(3),
    released_by uuid,
    dropped boolean,
    primary key (workspace, restored_at)
  )`,
]

/** The schema `system`: who may sign in, and which workspaces there are. */
export const systemMigrations: readonly Migration[] = [
  { number: 1, name: 'accounts and workspaces', statements: [...accounts, ...workspaces] },
  { number: 2, name: 'when house was kept last', statements: tended },
  { number: 3, name: 'weeks and fiscal years of workspaces', statements: calendars },
  { number: 4, name: 'sessions without the tokens of their changes', statements: derivedTokens },
  { number: 5, name: 'working days of workspaces', statements: workingDays },
  { number: 6, name: 'key towards push services', statements: pushKeys },
  { number: 7, name: 'links that set a new password', statements: resetLinks },
  { number: 8, name: 'what waits after a restore', statements: holds },
  { number: 9, name: 'attempts to make a backup', statements: backupRuns },
  { number: 10, name: 'devices and places of sessions', statements: placedSessions },
  { number: 11, name: 'networks that somebody signed in from', statements: familiarPlaces },
  { number: 12, name: 'when sessions were proven by the password', statements: provenSessions },
]
