/** What was opened last is told by `_look`; favourites are addresses below the workspace, in the order of their member. */
export const favourites = [`alter table _desk drop column recent`]
