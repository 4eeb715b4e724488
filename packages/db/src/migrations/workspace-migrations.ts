import type { Migration } from './migration.ts'

const people = [
  `create table _department (
    id uuid primary key,
    name text not null,
    parent uuid references _department,
    manager uuid
  )`,
  `create index _department_parent on _department (parent)`,
  `create table _member (
    id uuid primary key,
    account uuid unique,
    name text not null,
    email text not null,
    email_folded text not null unique generated always as (lower(normalize(email, nfkc))) stored,
    department uuid references _department,
    active boolean not null default true,
    created_at timestamptz(3) not null
  )`,
  `create index _member_department on _member (department)`,
  `alter table _department add foreign key (manager) references _member`,
  `create index _department_manager on _department (manager)`,
  `create table _member_role (
    member uuid not null references _member on delete cascade,
    role text not null,
    primary key (member, role)
  )`,
  `create table _invitation (
    id uuid primary key,
    token_hash text not null unique,
    member uuid not null references _member on delete cascade,
    created_at timestamptz(3) not null,
    created_by uuid references _member,
    expires_at timestamptz(3) not null,
    accepted_at timestamptz(3)
  )`,
  `create index _invitation_member on _invitation (member)`,
]

const definition = [
  `create table _revision (
    n int primary key,
    definition jsonb not null,
    summary jsonb not null default '[]',
    published_by uuid,
    at timestamptz(3) not null
  )`,
  // Without a definition the draft is the newest revision; the row stays so that versions never come back.
  `create table _draft (
    member uuid primary key references _member on delete cascade,
    base int not null,
    version int not null,
    definition jsonb,
    undo jsonb not null default '[]',
    redo jsonb not null default '[]',
    updated_at timestamptz(3) not null
  )`,
  `create table _parked (
    table_name text not null,
    column_name text not null default '',
    form text not null,
    field text,
    revision int not null,
    at timestamptz(3) not null,
    primary key (table_name, column_name)
  )`,
]

const records = [
  `create table _record_event (
    id uuid not null,
    at timestamptz(3) not null,
    form text not null,
    record uuid not null,
    kind text not null,
    member uuid,
    cause jsonb not null,
    changes jsonb not null,
    primary key (id, at)
  ) partition by range (at)`,
  `create table _record_event_other partition of _record_event default`,
  `create index _record_event_record on _record_event (form, record, at desc, id desc)`,
  `create table _counter (
    form text not null,
    field text not null,
    period text not null,
    value bigint not null,
    primary key (form, field, period)
  )`,
  `create table _idempotency (
    member uuid not null,
    key text not null,
    request_hash text not null,
    answer jsonb,
    created_at timestamptz(3) not null,
    primary key (member, key)
  )`,
  `create index _idempotency_created_at on _idempotency (created_at)`,
]

const files = [
  `create table _file (
    id uuid primary key,
    name text not null,
    bytes bigint not null,
    type text not null,
    uploaded_by uuid references _member,
    uploaded_at timestamptz(3) not null,
    form text,
    record uuid,
    field text
  )`,
  `create index _file_record on _file (form, record)`,
  `create index _file_unattached on _file (uploaded_at) where record is null`,
  // In the database for now, so that a workspace stays one schema to back up and move.
  `create table _file_chunk (
    file uuid not null references _file on delete cascade,
    position int not null,
    content bytea not null,
    primary key (file, position)
  )`,
  `alter table _file_chunk alter column content set storage external`,
]

const imports = [
  `create table _import (
    id uuid primary key,
    form text not null,
    file_name text not null,
    state text not null check (state in ('uploaded', 'checking', 'checked', 'importing', 'done', 'failed', 'cancelled')),
    rows int not null default 0,
    done int not null default 0,
    bad int not null default 0,
    columns jsonb not null default '[]',
    mapping jsonb not null default '[]',
    skip_bad boolean not null default false,
    problems jsonb not null default '[]',
    error text,
    created_by uuid not null references _member,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null
  )`,
  `create index _import_created_by on _import (created_by, created_at)`,
  `create table _import_row (
    import uuid not null references _import on delete cascade,
    row int not null,
    cells jsonb not null,
    "values" jsonb,
    problems jsonb,
    record uuid,
    primary key (import, row)
  )`,
]

const approvals = [
  `create table _approval_run (
    id uuid primary key,
    workflow text not null,
    form text not null,
    record uuid not null,
    state text not null check (state in ('open', 'approved', 'rejected', 'withdrawn')),
    revision int not null,
    run jsonb not null,
    started_by uuid not null references _member,
    started_at timestamptz(3) not null,
    finished_at timestamptz(3),
    comment text not null default ''
  )`,
  `create index _approval_run_record on _approval_run (form, record, started_at desc)`,
  `create unique index _approval_run_open on _approval_run (form, record) where state = 'open'`,
  `create table _approval_task (
    id uuid primary key,
    run uuid not null references _approval_run on delete cascade,
    step text not null,
    position int not null,
    state text not null check (state in ('waiting', 'approved', 'rejected', 'skipped', 'cancelled')),
    approvers uuid[] not null,
    created_at timestamptz(3) not null,
    decided_by uuid references _member,
    decided_at timestamptz(3),
    comment text not null default ''
  )`,
  `create index _approval_task_run on _approval_task (run, position)`,
  `create index _approval_task_waiting on _approval_task using gin (approvers) where state = 'waiting'`,
]

const stages = [
  // Every table of a form has its search grams, and no other table has.
  `do $$
  declare place record;
  begin
    for place in
      select table_name from information_schema.columns
      where table_schema = current_schema() and column_name = '_grams'
    loop
      execute format('alter table %I add column if not exists stage_since timestamptz', place.table_name);
    end loop;
  end $$`,
  `create table _checklist_tick (
    form text not null,
    record uuid not null,
    stage text not null,
    item text not null,
    member uuid not null references _member,
    at timestamptz(3) not null,
    primary key (record, stage, item)
  )`,
]

const apiKeys = [
  // Only the hash is kept; the prefix is for people to tell keys apart.
  `create table _api_key (
    id uuid primary key,
    name text not null,
    prefix text not null,
    secret_hash text not null unique,
    roles text[] not null,
    networks text[] not null default '{}',
    created_by uuid not null references _member,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3),
    last_used_at timestamptz(3),
    revoked_at timestamptz(3)
  )`,
  `create index _api_key_created_by on _api_key (created_by)`,
]

const publicForms = [
  // The link itself is kept, because whoever builds must be able to show it again; it opens nothing but the page.
  `create table _public_link (
    form text not null,
    page text not null,
    token text not null unique,
    owner uuid not null references _member,
    password_hash text,
    open boolean not null default true,
    taken int not null default 0,
    made_by uuid not null references _member,
    made_at timestamptz(3) not null,
    primary key (form, page)
  )`,
  `create table _public_visit (
    ticket_hash text primary key,
    form text not null,
    page text not null,
    opened_at timestamptz(3) not null,
    device_hash text,
    used_at timestamptz(3)
  )`,
  `create index _public_visit_opened_at on _public_visit (opened_at)`,
  `create table _public_file (
    file uuid primary key references _file on delete cascade,
    ticket_hash text not null references _public_visit on delete cascade
  )`,
  `create index _public_file_ticket on _public_file (ticket_hash)`,
  `create table _public_answer (
    record uuid primary key,
    form text not null,
    page text not null,
    device_hash text,
    link_hash text unique,
    at timestamptz(3) not null
  )`,
  `create unique index _public_answer_device on _public_answer (form, page, device_hash) where device_hash is not null`,
  `create table _public_rate (
    network_hash text not null,
    minute timestamptz(3) not null,
    calls int not null,
    primary key (network_hash, minute)
  )`,
]

/** The engine's own tables in the schema of a workspace; their names begin with `_`, which no form's key may. */
export const workspaceMigrations: readonly Migration[] = [
  {
    number: 1,
    name: 'people, revisions, records, files, imports, approvals',
    statements: [...people, ...definition, ...records, ...files, ...imports, ...approvals],
  },
  { number: 2, name: 'API keys', statements: apiKeys },
  { number: 3, name: 'public forms', statements: publicForms },
  { number: 4, name: 'stages', statements: stages },
]
