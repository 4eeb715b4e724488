export { followUpsAfter, type FollowUpRow } from './follow-ups-after.ts'
export { logFollowUp, type NewFollowUp } from './log-follow-up.ts'
