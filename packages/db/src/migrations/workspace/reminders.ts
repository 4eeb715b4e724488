/**
 * What was told by reminders of which date of a record, how often and when last, and how far each reminder has come: so that
 * nothing is told twice, whichever servers ran.
 */
export const reminders = [
  `create table _reminder (
    form text not null,
    reminder text not null,
    record uuid not null,
    base date not null,
    day date not null,
    times int not null default 1,
    task uuid,
    primary key (record, reminder, base, form)
  )`,
  `create index _reminder_again on _reminder (form, reminder, day)`,
  `create table _reminder_pass (
    form text not null,
    reminder text not null,
    day date,
    looked_at timestamptz(3),
    revision int,
    primary key (form, reminder)
  )`,
]
