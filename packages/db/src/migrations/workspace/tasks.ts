/** What members set themselves and each other to do, and what they put off; a snooze is each member's own. */
export const tasks = [
  `create table _task (
    id uuid primary key,
    title text not null,
    form text,
    record uuid,
    assignees uuid[] not null,
    due_day date,
    due_time time,
    zone text not null,
    repeat jsonb,
    remind_before int,
    remind_at timestamptz(3),
    version int not null default 1,
    created_by uuid not null references _member,
    created_at timestamptz(3) not null,
    done_by uuid references _member,
    done_at timestamptz(3),
    next uuid
  )`,
  `create index _task_open on _task using gin (assignees) where done_at is null`,
  `create index _task_record on _task (record) where record is not null`,
  `create index _task_remind on _task (remind_at) where remind_at is not null`,
  `create table _snooze (
    member uuid not null references _member on delete cascade,
    item uuid not null,
    until timestamptz(3) not null,
    primary key (member, item)
  )`,
  `create index _snooze_until on _snooze (until)`,
]
