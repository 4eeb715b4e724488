/** The day on which a member was told last, or would have been, which follow-ups are overdue. */
export const overdue = [`alter table _notification_setting add column overdue_on date`]
