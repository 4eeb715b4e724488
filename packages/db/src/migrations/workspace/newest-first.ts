/** What happened last is read over many records at once, whatever they are of. */
export const newestFirst = [
  `create index _record_event_newest on _record_event (at desc, id desc)`,
  `create index _record_event_approvals on _record_event (at desc, id desc)
    where kind in ('submit', 'approve', 'reject', 'withdraw')`,
  `create index _comment_newest on _comment (at desc, id desc) where deleted_at is null`,
]
