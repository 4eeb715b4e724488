export const approvals = [
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
