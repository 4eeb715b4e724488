import type { Shortcut, Widget } from '@pipewright/schemas'

/** What a widget shows, by kind. */
export type WidgetContent =
  | { readonly type: 'report'; readonly report: string }
  | { readonly type: 'view'; readonly view: string }
  | { readonly type: 'tasks'; readonly only: Widget['only'] }
  | { readonly type: 'shortcuts'; readonly shortcuts: readonly Shortcut[] }
  | { readonly type: 'text'; readonly text: NonNullable<Widget['text']> }

export type WidgetType = WidgetContent['type']

const contents = ({ report, view, tasks, only, shortcuts, text }: Widget): WidgetContent[] => [
  ...(report === undefined ? [] : [{ type: 'report' as const, report }]),
  ...(view === undefined ? [] : [{ type: 'view' as const, view }]),
  ...(tasks === undefined ? [] : [{ type: 'tasks' as const, only }]),
  ...(shortcuts === undefined ? [] : [{ type: 'shortcuts' as const, shortcuts }]),
  ...(text === undefined ? [] : [{ type: 'text' as const, text }]),
]

/** What a widget shows; undefined when it is nothing, or several things at once. */
export function widgetContent(widget: Widget): WidgetContent | undefined {
  const [content, ...others] = contents(widget)
  return others.length === 0 ? content : undefined
}
