export const imports = [
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
