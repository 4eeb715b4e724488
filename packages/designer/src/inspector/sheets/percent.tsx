export { DecimalLimits as PercentSheet } from './decimal-limits.tsx'
