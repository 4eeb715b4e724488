import {
  ProblemError,
  type App,
  type Board,
  type FileInfo,
  type Page,
  type Query,
  type RecordAnswer,
  type Session,
  type TodoItem,
} from '@pipewright/contract'
import { newChangeSet } from '../undo/new-change-set.ts'
import {
  answersOf,
  forgetAnswer,
  forgetAnswersBut,
  keepAnswer,
  recallAnswer,
  type Asked,
} from './kept-answers.ts'
import { sayDropped } from './dropped.ts'
import { inTurn } from './in-turn.ts'
import { boardWith, oneMadeHere, pageWith, recordWith, todoWith, type OverlayScene } from './overlay.ts'
import { seenApproval, seenTodo } from './seen-todo.ts'
import { sayShownFrom } from './shown-from.ts'
import type { Waiting, WaitingRoute } from './waiting.ts'
import { waitingStore } from './waiting-store.ts'
import { standIn } from './stand-in.ts'
import { offlineWord } from './use-offline-text.ts'

/** What any call is given. */
export interface AnyInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: unknown
  readonly body?: unknown
  readonly form?: object
  readonly idempotencyKey?: string
}

const sessionAsked: Asked = { route: 'getSession' }
/** The session is kept beside accounts: it says whose answers may be shown. */
const nobody = ''

/** Who is signed in at this browser, by what the server said last. */
async function ownerHere(): Promise<string | null> {
  const session = await recallAnswer(nobody, sessionAsked)
  return (session?.answer as Session | undefined)?.account?.id ?? null
}

/** In the order in which they came: answers that follow that of the session are kept for whom it names. */
const turn = inTurn()
const forgetAnswers = (): Promise<void> => forgetAnswersBut('nobody at all')

/** What a sign-out or the server's word that nobody is signed in leaves: nothing to read; what waits to be sent stays. */
export const forgetAll = (): Promise<void> => turn(forgetAnswers)

async function keepSession(session: Session): Promise<void> {
  const before = await ownerHere()
  const now = session.account?.id ?? null
  if (before !== now) await forgetAnswers()
  if (now !== null) await keepAnswer(nobody, sessionAsked, session)
}

/** Lays an answer by for the time without the server. */
export const keep = (route: Asked['route'], input: AnyInput, answer: unknown): Promise<void> =>
  turn(async () => {
    if (route === 'getSession') return keepSession(answer as Session)
    const owner = await ownerHere()
    if (owner !== null && (await keepAnswer(owner, { route, ...input }, answer))) sayDropped()
    return undefined
  })

/** What may not be seen any more is not kept either. */
export const drop = (route: Asked['route'], input: AnyInput): Promise<void> =>
  turn(async () => {
    const owner = await ownerHere()
    if (owner !== null) await forgetAnswer(owner, { route, ...input })
  })

async function sceneOf(owner: string, workspace: string): Promise<OverlayScene & { app: App | undefined }> {
  const kept = await recallAnswer(owner, { route: 'getApp', params: { workspace } })
  const app = kept?.answer as App | undefined
  return {
    app,
    member: app?.member.id ?? owner,
    titleField: (form) => app?.definition.forms.find(({ key }) => key === form)?.titleField,
  }
}

function withWaiting(
  route: Asked['route'],
  input: AnyInput,
  answer: unknown,
  waiting: readonly Waiting[],
  scene: OverlayScene,
): unknown {
  const form = input.params?.['form'] ?? ''
  if (route === 'getRecord') return recordWith(answer as RecordAnswer, form, waiting)
  if (route === 'queryRecords') return pageWith(answer as Page, form, input.body as Query, waiting, scene)
  if (route === 'getBoard')
    return boardWith(answer as Board, form, (input.body as { field: string }).field, waiting)
  if (route === 'listTodo') return todoWith(answer as { items: TodoItem[] }, waiting)
  return answer
}

/** Choosing a record: among all records of the form that were seen here. */
async function chosenAmongSeen(
  owner: string,
  { params = {}, body }: AnyInput,
  waiting: readonly Waiting[],
  scene: OverlayScene,
): Promise<Page | undefined> {
  const { search = '', limit = 50, columns } = body as Query
  if (columns === undefined || columns.length > 0) return undefined
  const seen = new Map<string, RecordAnswer>()
  for (const kept of await answersOf(owner, params['workspace'] ?? '')) {
    const [, , , at] = JSON.parse(kept.key) as [string, string, string, { form?: string }]
    if (at.form !== params['form']) continue
    if (kept.route === 'getRecord') seen.set((kept.answer as RecordAnswer).id, kept.answer as RecordAnswer)
    if (kept.route === 'queryRecords')
      for (const row of (kept.answer as Page).rows) seen.set(row.id, seen.get(row.id) ?? row)
  }
  const rows = [...seen.values()].filter(({ title }) => title.toLowerCase().includes(search.toLowerCase()))
  const query = search === '' ? {} : { search }
  return pageWith({ rows: rows.slice(0, limit), next: null }, params['form'] ?? '', query, waiting, scene)
}

async function listWaitingFiles(ids: readonly string[], waiting: readonly Waiting[]): Promise<FileInfo[]> {
  return waiting.flatMap(({ makes, file, title }) =>
    makes !== null && file !== null && ids.includes(makes)
      ? [{ id: makes, name: title, bytes: file.size, type: file.type }]
      : [],
  )
}

/** What there is to tell of a record that no server knows yet. */
const untold: Readonly<Partial<Record<Asked['route'], unknown>>> = {
  getTimeline: { entries: [], titles: {}, next: null },
  listRecordTasks: { tasks: [], more: false },
}

/** The answer as it was last seen, with what waits; undefined when it was never seen here. */
export async function recall(route: Asked['route'], input: AnyInput): Promise<unknown> {
  if (route === 'getSession') return (await recallAnswer(nobody, sessionAsked))?.answer
  const owner = await ownerHere()
  if (owner === null) return undefined
  const { params = {} } = input
  const waiting = (await waitingStore.list(owner)).filter(
    ({ workspace }) => workspace === params['workspace'],
  )
  const scene = await sceneOf(owner, params['workspace'] ?? '')
  if (route === 'getRecord') {
    const made = oneMadeHere(params['form'] ?? '', params['id'] ?? '', waiting, scene)
    if (made !== undefined) return made
  }
  const kept = await recallAnswer(owner, { route, ...input })
  if (route === 'listFiles') {
    const { ids } = input.body as { ids: string[] }
    const before = (kept?.answer as { files: FileInfo[] } | undefined)?.files ?? []
    return { files: [...before, ...(await listWaitingFiles(ids, waiting))] }
  }
  if (kept === undefined) {
    if (route === 'queryRecords') return chosenAmongSeen(owner, input, waiting, scene)
    return waiting.some(({ makes }) => makes !== null && makes === params['id']) ? untold[route] : undefined
  }
  if (route !== 'getApp') sayShownFrom(kept.at)
  return withWaiting(route, input, kept.answer, waiting, scene)
}

/** A record that was made here and is not sent yet. */
export async function made({ params = {} }: AnyInput): Promise<RecordAnswer | undefined> {
  const owner = await ownerHere()
  if (owner === null) return undefined
  const { workspace = '', form = '', id = '' } = params
  return oneMadeHere(form, id, await waitingStore.list(owner), await sceneOf(owner, workspace))
}

/** So much of files is kept until it can be sent. */
const mostFile = 15 * 1024 * 1024
const mostFiles = 60 * 1024 * 1024

const tooLarge = (title: string) =>
  new ProblemError({ type: 'about:blank', title, status: 413, code: 'too-large', requestId: '' })

function fileIn(form: object | undefined): File | null {
  const file = form instanceof FormData ? form.get('file') : null
  return file instanceof File ? file : null
}

/** The record that something is about, as it was seen. */
async function recordOf(
  route: WaitingRoute,
  params: Readonly<Record<string, string>>,
  body: Readonly<Record<string, unknown>>,
): Promise<RecordAnswer | undefined> {
  const { form, record } = body
  const named = route === 'createTask' && typeof form === 'string' && typeof record === 'string'
  const at = named ? { workspace: params['workspace'] ?? '', form, id: record } : params
  if (at['id'] === undefined || at['form'] === undefined) return undefined
  return (await recall('getRecord', { params: at })) as RecordAnswer | undefined
}

const listed: ReadonlySet<WaitingRoute> = new Set(['updateTask', 'deleteTask', 'snoozeTodo'])

/** What is to be done as it was seen last, in whichever list. */
async function listedIn(owner: string, route: WaitingRoute, params: Readonly<Record<string, string>>) {
  if (!listed.has(route)) return undefined
  return seenTodo(await answersOf(owner, params['workspace'] ?? ''), params['id'] ?? '')
}

/** Lets something wait until the server is there, and answers as far as that is possible without it. */
export async function queue(route: WaitingRoute, input: AnyInput, tried: boolean): Promise<unknown> {
  const owner = await ownerHere()
  if (owner === null) return undefined
  const { params = {}, body = input.query ?? {} } = input
  const workspace = params['workspace'] ?? ''
  const all = await waitingStore.list(owner)
  const file = fileIn(input.form)
  const bytes = all.reduce((sum, entry) => sum + (entry.file?.size ?? 0), 0)
  if (file !== null && (file.size > mostFile || bytes + file.size > mostFiles))
    throw tooLarge(offlineWord('fileTooLarge'))
  const scene = await sceneOf(owner, workspace)
  const id = newChangeSet()
  const now = new Date().toISOString()
  const entry: Waiting = {
    id,
    owner,
    workspace,
    route,
    params,
    body: body as Record<string, unknown>,
    key: input.idempotencyKey ?? crypto.randomUUID(),
    changeSet: newChangeSet(),
    title: '',
    makes:
      route === 'createRecord' || route === 'uploadFile' || route === 'createTask' ? newChangeSet() : null,
    base: null,
    at: now,
    tried: tried ? now : null,
    trouble: null,
    file,
  }
  const seen = await recordOf(route, params, entry.body)
  const item = await listedIn(owner, route, params)
  const approval =
    route === 'decideTask' ? seenApproval(await answersOf(owner, workspace), params['id'] ?? '') : undefined
  return standIn({ entry, all, seen, listed: item, approval, scene, store: waitingStore })
}
