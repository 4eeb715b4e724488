/**
 * When a member last looked at a record, and whether he follows it: null as long as he said nothing about it. Only the
 * latest looks of a member are kept, those at followed records always.
 */
export const looks = [
  `create table _look (
    member uuid not null references _member on delete cascade,
    record uuid not null,
    form text not null,
    seen_at timestamptz(3),
    seen_version int,
    follows boolean,
    primary key (member, record)
  )`,
  `create index _look_followers on _look (record) where follows is not null`,
  `create index _look_form on _look (member, form)`,
  `create index _look_latest on _look (member, seen_at desc) where follows is null`,
  `alter table _notification_setting
    add column follow_own boolean not null default true,
    add column follow_commented boolean not null default true`,
]
