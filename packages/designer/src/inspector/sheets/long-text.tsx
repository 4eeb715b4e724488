export { TextLength as LongTextSheet } from './text-length.tsx'
