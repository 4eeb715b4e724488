export const comments = [
  `create table _comment (
    id uuid primary key,
    form text not null,
    record uuid not null,
    author uuid not null references _member,
    at timestamptz(3) not null,
    text text not null,
    reply_to uuid references _comment,
    field text,
    files uuid[] not null default '{}',
    edited_at timestamptz(3),
    deleted_at timestamptz(3)
  )`,
  `create index _comment_record on _comment (form, record, at desc, id desc) where deleted_at is null`,
  `create index _comment_reply_to on _comment (reply_to) where reply_to is not null`,
  `create index _comment_author on _comment (author)`,
]
