export { filesAround, type FileAround } from './files-around.ts'
