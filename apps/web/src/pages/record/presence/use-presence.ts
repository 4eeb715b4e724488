import type { BodyOf, Present, Routes } from '@pipewright/contract'
import { useEffect, useState } from 'react'
import { client } from '../../../queries/client.ts'
import { onWorkspaceEvent } from '../../../queries/workspace-events.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'

type Doing = BodyOf<Routes['meetAtRecord']>['doing']

/** How often a page says that it is still there, and how long it waits for more before it says or asks what moved. */
const everyMs = 10_000
const pauseMs = 250
const nobody: readonly Present[] = []

/** Something is being typed into the form, or was and is not saved yet. */
const beingChanged =
  '.pw-details .pw-form-foot, .pw-details :is(input, textarea, [contenteditable=true], [role=combobox]):focus:not(.pw-around *)'
const moves = ['focusin', 'focusout', 'input', 'click'] as const

function doing(): Doing {
  if (document.visibilityState !== 'visible') return 'leaving'
  return document.querySelector(beingChanged) === null ? 'reading' : 'editing'
}

interface Site {
  readonly workspace: string
  readonly form: string
  readonly id: string
}

/** Says what this page does with the record, and hears who else is there; what it answers ends that. */
function meetOthers(site: Site, hear: (others: readonly Present[]) => void): () => void {
  const window = crypto.randomUUID()
  let turn = 0
  let said: Doing | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  function meet(now: Doing, keepalive = false): void {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(look, everyMs)
    if (now === 'leaving' && said !== 'reading' && said !== 'editing') return
    said = now
    const asked = ++turn
    client
      .call('meetAtRecord', { params: { ...site }, body: { window, turn: asked, doing: now }, keepalive })
      .then(({ others }) => others)
      // Whom the server does not name is not shown; that it is away is said elsewhere.
      .catch(() => nobody)
      .then((others) => !isOver && asked === turn && hear(others))
      .catch(() => undefined)
  }
  const look = () => meet(doing())
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(look, pauseMs)
  }
  const moved = () => {
    // The form draws what a key or a click does to it first.
    requestAnimationFrame(() => !isOver && doing() !== said && soon())
  }
  const leave = () => meet('leaving', true)
  const stops = [
    onWorkspaceEvent(site.workspace, 'presence', ({ data }) => {
      if ((JSON.parse(data) as { record: string }).record === site.id) soon()
    }),
    onWorkspaceEvent(site.workspace, 'again', soon),
  ]
  for (const kind of moves) document.addEventListener(kind, moved)
  document.addEventListener('visibilitychange', look)
  globalThis.addEventListener('pagehide', leave)
  look()
  return () => {
    isOver = true
    for (const stop of stops) stop()
    for (const kind of moves) document.removeEventListener(kind, moved)
    document.removeEventListener('visibilitychange', look)
    globalThis.removeEventListener('pagehide', leave)
    leave()
  }
}

/** Who else has the record open, as long as it is open here. */
export function usePresence(form: string, id: string): readonly Present[] {
  const workspace = useWorkspace().workspace.key
  const [others, setOthers] = useState(nobody)
  useEffect(() => meetOthers({ workspace, form, id }, setOthers), [workspace, form, id])
  return others
}
