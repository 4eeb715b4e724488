/** Whether members are told of what an import does. */
export const importTells = [`alter table _import add tell boolean not null default false`]
