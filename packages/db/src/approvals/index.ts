export type { ApprovalOutcome } from './apply-advance.ts'
export { decideTask, submitRecord, withdrawRun, type Submission } from './approvals.ts'
export { findRun, listOpenTasks, listRuns, type ListedRun, type OpenTask } from './list-runs.ts'
