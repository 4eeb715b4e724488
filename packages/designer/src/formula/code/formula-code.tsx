import { setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { EditorView } from '@codemirror/view'
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { CodeHandle, CodeProblem, FormulaCodeProps } from './formula-code-props.ts'
import { formulaExtensions } from './formula-extensions.ts'
import { showRange } from './shown-range.ts'

const diagnosticOf = (problem: CodeProblem, length: number): Diagnostic => ({
  from: Math.min(problem.from, length),
  to: Math.min(Math.max(problem.to, problem.from), length),
  severity: 'error',
  message: problem.message,
  actions: problem.suggestions.map(({ label, insert }) => ({
    name: label,
    apply: (view, from, to) => view.dispatch({ changes: { from, to, insert } }),
  })),
})

function handleOf(view: () => EditorView | null): CodeHandle {
  return {
    insert(text, isFunction) {
      const editor = view()
      if (editor === null) return
      const { from, to } = editor.state.selection.main
      const written = isFunction ? `${text}()` : text
      const caret = from + written.length - (isFunction ? 1 : 0)
      editor.dispatch({ changes: { from, to, insert: written }, selection: { anchor: caret } })
      editor.focus()
    },
    replace(from, to, text) {
      view()?.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length } })
      view()?.focus()
    },
    show(from, to, focus) {
      const editor = view()
      if (editor === null || to > editor.state.doc.length) return
      editor.dispatch({ effects: showRange.of({ from, to }) })
      if (!focus) return
      editor.dispatch({ selection: { anchor: from, head: to } })
      editor.focus()
    },
  }
}

/** Formula text in an editor that knows its grammar; what is drawn around it is the caller's. */
export function FormulaCode(props: FormulaCodeProps) {
  const { text, problems, large, handle } = props
  const frame = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    if (frame.current === null) return
    const editor = new EditorView({
      doc: latest.current.text,
      parent: frame.current,
      extensions: formulaExtensions(() => latest.current),
    })
    view.current = editor
    return () => {
      view.current = null
      editor.destroy()
    }
  }, [])
  useEffect(() => {
    const editor = view.current
    if (editor === null || editor.state.doc.toString() === text) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } })
  }, [text])
  useEffect(() => {
    const editor = view.current
    if (editor === null) return
    const { length } = editor.state.doc
    editor.dispatch(
      setDiagnostics(
        editor.state,
        problems.map((problem) => diagnosticOf(problem, length)),
      ),
    )
  }, [problems])
  useImperativeHandle(handle, () => handleOf(() => view.current), [])
  return <div ref={frame} className="pwd-code" data-large={large ? '' : undefined} />
}
