/**
 * A change of many records that a server works off a few at a time. Which records it means is fixed when it begins;
 * `set` is what one of them is given where not all are given the same, `problem` why one was refused.
 */
export const bulkJobs = [
  `create table _bulk_job (
    id uuid primary key,
    form text not null,
    action jsonb not null,
    state text not null,
    total int not null default 0,
    done int not null default 0,
    refused int not null default 0,
    warned int not null default 0,
    member uuid not null references _member,
    locale text not null,
    zone text not null,
    undoes uuid references _bulk_job on delete set null,
    created_at timestamptz(3) not null,
    worked_at timestamptz(3) not null,
    ended_at timestamptz(3)
  )`,
  `create index _bulk_job_running on _bulk_job (worked_at) where state = 'running'`,
  `create index _bulk_job_member on _bulk_job (member, created_at desc)`,
  `create table _bulk_record (
    job uuid not null references _bulk_job on delete cascade,
    place int not null,
    form text not null,
    record uuid not null,
    state text not null default 'waiting',
    set jsonb,
    problem jsonb,
    warnings jsonb,
    primary key (job, place)
  )`,
  `create index _bulk_record_state on _bulk_record (job, state, place)`,
  `create unique index _bulk_record_record on _bulk_record (job, record)`,
]
