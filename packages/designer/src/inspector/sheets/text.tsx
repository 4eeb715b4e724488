export { TextLength as TextSheet } from './text-length.tsx'
