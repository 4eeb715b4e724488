import type { FileInfo } from '@pipewright/contract'

export interface FileBodyProps {
  readonly file: FileInfo
  /** Why it is not shown after all. */
  readonly onFailed: (why: 'file.lost' | 'file.locked' | 'file.notShown') => void
  /** Whether it is moved about inside, so that a swipe does not leave it. */
  readonly onHeld: (held: boolean) => void
}
