/** Lines of the ledger that a record may have been given without being changed are found by themselves, the last first. */
export const besideChanges = [
  `create index _record_event_beside on _record_event (form, at desc, id desc) where kind not in ('create', 'update')`,
]
