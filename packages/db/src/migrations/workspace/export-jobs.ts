/**
 * Files of very many records, made in the background and kept for a while. `rights` tells the rights they were made with:
 * with others the file is not given any more.
 */
export const exportJobs = [
  `create table _export (
    id uuid primary key,
    form text not null,
    file_name text not null,
    format text not null check (format in ('csv', 'xlsx')),
    request jsonb not null,
    state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
    total int,
    done int not null default 0,
    bytes bigint not null default 0,
    tries int not null default 0,
    error text,
    rights text,
    member uuid not null references _member,
    locale text not null,
    zone text not null,
    created_at timestamptz(3) not null,
    ended_at timestamptz(3)
  )`,
  `create index _export_running on _export (created_at) where state = 'running'`,
  `create index _export_member on _export (member, created_at desc)`,
  `create table _export_chunk (
    export uuid not null references _export on delete cascade,
    position int not null,
    content bytea not null,
    primary key (export, position)
  )`,
  `alter table _export_chunk alter column content set storage external`,
]
