/** One record opened to a member or a department beyond what their roles reach, perhaps until a day. */
export const recordShares = [
  `create table _record_share (
    id uuid primary key,
    form text not null,
    record uuid not null,
    member uuid references _member on delete cascade,
    department uuid references _department on delete cascade,
    edit boolean not null,
    until date,
    ends_at timestamptz(3),
    shared_by uuid not null references _member,
    shared_at timestamptz(3) not null,
    check ((member is null) <> (department is null))
  )`,
  `create unique index _record_share_with on _record_share (record, coalesce(member, department))`,
  `create index _record_share_member on _record_share (member) where member is not null`,
  `create index _record_share_department on _record_share (department) where department is not null`,
]
