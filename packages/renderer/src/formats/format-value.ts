export { formatValue, type FormatPlace } from '@pipewright/compiler'
