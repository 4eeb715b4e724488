import type { RecordAnswer } from '@pipewright/contract'
import type { View } from '@pipewright/schemas'
import type { ReactNode } from 'react'

export interface RecordGalleryProps {
  readonly view: View
  readonly label: string
  readonly rows: readonly RecordAnswer[]
  readonly loading: boolean
  readonly hasMore: boolean
  readonly loadingMore: boolean
  readonly onLoadMore: () => void
  readonly onOpen: (record: RecordAnswer) => void
  readonly empty?: ReactNode
}
