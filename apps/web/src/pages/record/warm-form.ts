export { warmForm } from '@pipewright/renderer'
