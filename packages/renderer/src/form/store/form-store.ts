import type { FieldProblem, JsonValue, Values } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { sameValue } from '../../environment/same-value.ts'
import { aboveOf } from '../../controls/options/above-of.ts'
import type { Derived, FormEngine } from '../engine/form-engine.ts'
import { cellRules } from '../engine/cell-rules-of.ts'
import {
  absent,
  emptyFormState,
  hiddenTexts,
  sameForm,
  sameState,
  type FieldState,
  type FormState,
} from './field-state.ts'
import { exchange, noProblems, openBook, turnPage, type ProblemBook } from './problem-book.ts'

export interface FormStoreOptions {
  readonly engine: FormEngine
  /** The record as the server knows it. */
  readonly base: Values
  readonly isNew: boolean
  /** Typed before. */
  readonly typed?: Values
}

type Listener = () => void
type Watcher = (changes: Values) => void

/** Holds what is typed and tells each field only about itself. */
export class FormStore {
  readonly #isNew: boolean
  #engine: FormEngine
  #definitions: readonly Field[]
  #base: Values
  #typed: Values
  /** What was sent and saved, until the saved record arrives. */
  #saved: Values | null = null
  #saves = 0
  /** Fields just set, until what they fill in is known. */
  readonly #picked = new Set<string>()
  #problems: ProblemBook = noProblems
  /** What is said about options that fit no longer: taken back as soon as they fit again. */
  #unfit: ProblemBook = noProblems
  #derived: Derived
  #warnings: ProblemBook = noProblems
  #states = new Map<string, FieldState>()
  #form: FormState = emptyFormState
  readonly #listeners = new Map<string | null, Set<Listener>>()
  readonly #watchers = new Set<Watcher>()

  constructor({ engine, base, isNew, typed }: FormStoreOptions) {
    this.#engine = engine
    this.#definitions = [...engine.fields.values()]
    this.#base = base
    this.#isNew = isNew
    this.#typed = { ...typed }
    this.#derived = engine.derive({ ...base, ...typed }, isNew ? null : base)
    this.#settle()
  }

  /** Listens to one field; null: to the form as a whole. */
  subscribe(field: string | null, listener: Listener): () => void {
    const own = this.#listeners.get(field) ?? new Set()
    this.#listeners.set(field, own.add(listener))
    return () => own.delete(listener)
  }

  /** Tells what is typed after every change, also when the record came to hold some of it. */
  onChange(watcher: Watcher): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  field(key: string): FieldState {
    return this.#states.get(key) ?? absent
  }

  form(): FormState {
    return this.#form
  }

  /** The fields of the form. */
  definitions(): readonly Field[] {
    return this.#definitions
  }

  /** Everything as it stands, calculated values included. */
  values(): Values {
    return this.#derived.values
  }

  /** Grows with every save. */
  saves(): number {
    return this.#saves
  }

  /** Everything with what the rules say about it, for whoever explains it. */
  derived(): Derived {
    return this.#derived
  }

  /** Of a new record, what a rule locks is left to its default, unless it came with the record. */
  unsent(): ReadonlySet<string> {
    if (!this.#isNew) return new Set()
    const locked = [...this.#derived.ruled.state.locked.keys()]
    return new Set(
      locked.filter((key) => this.#base[key] === undefined && (this.#typed[key] ?? null) !== null),
    )
  }

  /** Only what differs from the record. */
  changes(): Values {
    return Object.fromEntries(
      Object.entries(this.#typed).filter(([key, value]) => this.#isNew || !sameValue(value, this.#base[key])),
    )
  }

  set(key: string, value: JsonValue): void {
    this.#typed = { ...this.#typed, [key]: value }
    this.#picked.add(key)
    this.#fill()
    this.#derive()
    // A problem on show goes away as soon as it is solved; a new one waits until the field is left.
    if (this.#problems.fields.has(key) || this.#problems.cells.has(key)) this.#recheck(key)
    this.#sayUnfit()
    if (this.#problems.general.length > 0) this.#problems = { ...this.#problems, general: [] }
    this.#settle()
    for (const watcher of this.#watchers) watcher(this.changes())
  }

  /** Somebody left the field: now it is checked. */
  leave(key: string): void {
    if (!Object.hasOwn(this.#typed, key)) return
    this.#recheck(key)
    this.#settle()
  }

  /** Checks everything; true when it can be saved. */
  checkAll(): boolean {
    const found = this.#engine.check(this.#derived, this.#old())
    this.showProblems(found)
    return found.length === 0
  }

  /** Checks some fields; answers those that are wrong, in order. */
  checkFields(keys: readonly string[]): string[] {
    for (const key of keys) this.#recheck(key)
    this.#settle()
    return keys.filter((key) => this.#problems.fields.has(key) || this.#problems.cells.has(key))
  }

  showProblems(found: readonly FieldProblem[]): void {
    this.#problems = openBook(found, this.#known)
    this.#settle()
  }

  /** The record or its form changed underneath; typed values stay. */
  rebase(engine: FormEngine, base: Values): void {
    const isNewer = base !== this.#base
    const before = Object.keys(this.#typed).length
    this.#engine = engine
    this.#definitions = [...engine.fields.values()]
    this.#base = base
    if (isNewer) this.#letGo()
    const hasLess = Object.keys(this.#typed).length < before
    const isFilled = this.#fill()
    this.#derive()
    this.#settle()
    if (isFilled || hasLess) for (const watcher of this.#watchers) watcher(this.changes())
  }

  /** Notes what is being saved; the answer, called after success, lets go of it once the saved record is there. */
  beginSave(): () => void {
    const sent = this.#typed
    const before = this.#base
    return () => {
      this.#saved = sent
      // The saved record may have arrived before the answer.
      if (this.#base === before) return
      this.#letGo()
      this.#derive()
      this.#settle()
    }
  }

  /** Forgets what was typed. */
  reset(): void {
    this.#typed = {}
    this.#problems = noProblems
    this.#derive()
    this.#settle()
  }

  readonly #known = (field: string): boolean => this.#engine.fields.has(field)

  #old(): Values | null {
    return this.#isNew ? null : this.#base
  }

  /** Takes over what picked records fill in, as soon as they are known. */
  #fill(): boolean {
    let isFilled = false
    for (const key of this.#picked) {
      const filled = this.#engine.filled({ ...this.#base, ...this.#typed }, key)
      if (filled === undefined) continue
      this.#picked.delete(key)
      isFilled ||= Object.keys(filled).length > 0
      this.#typed = { ...this.#typed, ...filled }
    }
    return isFilled
  }

  #derive(): void {
    this.#derived = this.#engine.derive({ ...this.#base, ...this.#typed }, this.#old())
  }

  /** What the record says by now is typed no longer, whether it was sent from here or not. */
  #letGo(): void {
    const sent = this.#saved
    this.#saved = null
    if (sent !== null) this.#saves += 1
    const isOpen = ([key, value]: [string, JsonValue]) =>
      (sent === null || sent[key] !== value) && (this.#isNew || !sameValue(value, this.#base[key]))
    this.#typed = Object.fromEntries(Object.entries(this.#typed).filter(isOpen))
  }

  #sayUnfit(): void {
    const unfit = openBook(this.#engine.unfit(this.#derived, this.#old()), this.#known)
    this.#problems = exchange(this.#problems, this.#unfit, unfit)
    this.#unfit = unfit
  }

  #recheck(key: string): void {
    const found = openBook(this.#engine.check(this.#derived, this.#old(), new Set([key])), this.#known)
    this.#problems = turnPage(this.#problems, [key], found)
  }

  #stateOf(key: string, unsent: ReadonlySet<string>): FieldState {
    return {
      value: this.#derived.values[key] ?? null,
      above: aboveOf(this.#engine.fields.get(key), this.#derived.values),
      hidden: this.#derived.hidden.has(key),
      required: this.#derived.required.has(key),
      lockedBy: this.#derived.locked.get(key),
      unsent: unsent.has(key),
      problem: this.#problems.fields.get(key),
      cellProblems: this.#problems.cells.get(key),
      warning: this.#warnings.fields.get(key),
      explained: this.#derived.explained.has(key),
      options: this.#derived.limited.get(key),
      cells: this.#cellsOf(key),
    }
  }

  #cellsOf(key: string): FieldState['cells'] {
    if (this.#engine.fields.get(key)?.type !== 'lineItems') return undefined
    return cellRules(this.#derived, key, this.#warnings.cells.get(key))
  }

  #formState(): FormState {
    const { fields, cells, general } = this.#problems
    return {
      changed: Object.keys(this.changes()).length,
      wrong: [...this.#engine.fields.keys()].filter((key) => fields.has(key) || cells.has(key)),
      general,
      ...hiddenTexts(this.#derived),
      warnings: this.#warnings.general,
    }
  }

  /** Draws the consequences: only fields whose state really changed are told. */
  #settle(): void {
    this.#warnings = openBook(this.#derived.warnings, this.#known)
    const before = this.#states
    const unsent = this.unsent()
    this.#states = new Map(
      [...this.#engine.fields.keys()].map((key) => {
        const next = this.#stateOf(key, unsent)
        const known = before.get(key)
        return [key, known !== undefined && sameState(known, next) ? known : next] as const
      }),
    )
    const form = this.#formState()
    const formChanged = !sameForm(this.#form, form)
    if (formChanged) this.#form = form
    for (const key of new Set([...this.#states.keys(), ...before.keys()]))
      if (this.#states.get(key) !== before.get(key)) this.#tell(key)
    if (formChanged) this.#tell(null)
  }

  #tell(field: string | null): void {
    for (const listener of this.#listeners.get(field) ?? []) listener()
  }
}
