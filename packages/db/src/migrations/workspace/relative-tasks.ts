/** Tasks that are due so long before or after a date of their record, and follow it. */
export const relativeTasks = [
  `alter table _task add column relative jsonb`,
  `create index _task_relative on _task (form) where relative is not null and done_at is null`,
]
