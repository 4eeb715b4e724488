import { PageSkeleton } from '@pipewright/ui'
import type { DesignerProps } from './designer-props.ts'

/** Forms, rules, views, roles and reports of an app, changed as a draft and then published. */
export function Designer(_props: DesignerProps) {
  return <PageSkeleton />
}
