import type { FieldProblem, JsonValue, Values } from '@pipewright/contract'
import { sameValue } from '../../environment/same-value.ts'
import type { FormEngine } from '../engine/form-engine.ts'
import { emptyFormState, sameForm, sameState, type FieldState, type FormState } from './field-state.ts'
import { noProblems, openBook, turnPage, type ProblemBook } from './problem-book.ts'

const absent: FieldState = {
  value: null,
  hidden: true,
  required: false,
  lockedBy: undefined,
  problem: undefined,
  cellProblems: undefined,
}

export interface FormStoreOptions {
  readonly engine: FormEngine
  /** The record as the server knows it; null values for a new one. */
  readonly base: Values
  readonly isNew: boolean
  /** Typed before. */
  readonly typed?: Values
}

/** Holds what is typed and tells each field only about itself. */
export interface FormStore {
  subscribe(field: string | null, listener: () => void): () => void
  field(key: string): FieldState
  form(): FormState
  /** Everything as it stands, calculated values included. */
  values(): Values
  /** Only what differs from the record. */
  changes(): Values
  set(key: string, value: JsonValue): void
  /** Somebody left the field: now it is checked. */
  leave(key: string): void
  /** Checks everything; true when it can be saved. */
  checkAll(): boolean
  showProblems(problems: readonly FieldProblem[]): void
  /** The record or its form changed underneath; typed values stay. */
  rebase(engine: FormEngine, base: Values): void
  /** Notes what is being saved; the answer, called after success, lets go of it once the saved record is there. */
  beginSave(): () => void
  /** Forgets what was typed. */
  reset(): void
  /** Tells what was typed so far after every change. */
  onChange(listener: (changes: Values) => void): () => void
}

export function createFormStore(options: FormStoreOptions): FormStore {
  let { engine, base } = options
  const old = () => (options.isNew ? null : base)
  let typed: Values = { ...options.typed }
  let problems: ProblemBook = noProblems
  let derived = engine.derive({ ...base, ...typed }, old())
  let states = new Map<string, FieldState>()
  let form: FormState = emptyFormState
  const listeners = new Map<string | null, Set<() => void>>()
  let saved: Values | null = null
  const letGo = () => {
    if (saved === null) return
    const sent = saved
    saved = null
    typed = Object.fromEntries(Object.entries(typed).filter(([key, value]) => sent[key] !== value))
  }
  const watchers = new Set<(changes: Values) => void>()

  const tell = (field: string | null) => {
    for (const listener of listeners.get(field) ?? []) listener()
  }
  const changes = (): Values =>
    Object.fromEntries(
      Object.entries(typed).filter(([key, value]) => options.isNew || !sameValue(value, base[key])),
    )
  const stateOf = (key: string): FieldState => ({
    value: derived.values[key] ?? null,
    hidden: derived.hidden.has(key),
    required: derived.required.has(key),
    lockedBy: derived.locked.get(key),
    problem: problems.fields.get(key),
    cellProblems: problems.cells.get(key),
  })
  const formOf = (): FormState => ({
    changed: Object.keys(changes()).length,
    wrong: [...engine.fields.keys()].filter((key) => problems.fields.has(key) || problems.cells.has(key)),
    general: problems.general,
    hidden: [...derived.hidden].join(' '),
  })
  /** Draws the consequences: only fields whose state really changed are told. */
  const settle = () => {
    const before = states
    states = new Map(
      [...engine.fields.keys()].map((key) => {
        const next = stateOf(key)
        const known = before.get(key)
        return [key, known !== undefined && sameState(known, next) ? known : next] as const
      }),
    )
    const nextForm = formOf()
    const formChanged = !sameForm(form, nextForm)
    if (formChanged) form = nextForm
    for (const key of new Set([...states.keys(), ...before.keys()]))
      if (states.get(key) !== before.get(key)) tell(key)
    if (formChanged) tell(null)
  }
  const derive = () => {
    derived = engine.derive({ ...base, ...typed }, old())
  }
  const known = (key: string) => engine.fields.has(key)
  const recheck = (key: string) => {
    const found = openBook(engine.check(derived, old(), new Set([key])), known)
    problems = turnPage(problems, [key], found)
  }
  settle()
  return {
    subscribe(field, listener) {
      const own = listeners.get(field) ?? new Set()
      listeners.set(field, own.add(listener))
      return () => own.delete(listener)
    },
    field: (key) => states.get(key) ?? absent,
    form: () => form,
    values: () => derived.values,
    changes,
    set(key, value) {
      typed = { ...typed, [key]: value }
      derive()
      // A problem on show goes away as soon as it is solved; a new one waits until the field is left.
      if (problems.fields.has(key) || problems.cells.has(key)) recheck(key)
      if (problems.general.length > 0) problems = { ...problems, general: [] }
      settle()
      for (const watcher of watchers) watcher(changes())
    },
    leave(key) {
      if (!Object.hasOwn(typed, key)) return
      recheck(key)
      settle()
    },
    checkAll() {
      const found = engine.check(derived, old())
      problems = openBook(found, known)
      settle()
      return found.length === 0
    },
    showProblems(found) {
      problems = openBook(found, known)
      settle()
    },
    rebase(nextEngine, nextBase) {
      if (nextEngine === engine && nextBase === base) return
      const isNewer = nextBase !== base
      engine = nextEngine
      base = nextBase
      if (isNewer) letGo()
      derive()
      settle()
    },
    beginSave() {
      const sent = typed
      const before = base
      return () => {
        saved = sent
        // The saved record may have arrived before the answer.
        if (base === before) return
        letGo()
        derive()
        settle()
      }
    },
    reset() {
      typed = {}
      problems = noProblems
      derive()
      settle()
    },
    onChange(listener) {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
  }
}
