export { countWaiting } from './count-waiting.ts'
export { dropDue } from './drop-due.ts'
export { endHold, findHold, holdAll, type Hold } from './hold.ts'
