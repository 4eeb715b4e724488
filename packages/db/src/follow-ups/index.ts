export { logFollowUp, type NewFollowUp } from './log-follow-up.ts'
