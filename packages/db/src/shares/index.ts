export { listShares, type ListedShare } from './list-shares.ts'
export { mayShare } from './may-share.ts'
export { endShare, shareRecord, type NewShare } from './share-record.ts'
