export { purgedRow } from './announce-purged.ts'
export { purgeOld, readKeeping, writeKeeping } from './keeping.ts'
export { countBin, measureLoss, readBin } from './read-bin.ts'
export { previewRestore, startBinJob } from './start-bin.ts'
