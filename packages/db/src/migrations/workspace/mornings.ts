/** When a member's morning is, at which the tasks of the day and what became overdue are told. */
export const mornings = [
  `alter table _notification_setting add column morning_at time not null default '08:00'`,
]
