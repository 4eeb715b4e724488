import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fromCsv } from './csv.ts'
import { templateFolder } from './read-template.ts'
import type { Language } from './sample.ts'

export type SampleRow = Readonly<Record<string, string>>

/** The texts of the files as they lie in the template, by file name. */
export function readSampleFiles(language: Language): Record<string, string> {
  const folder = join(templateFolder, 'sample', language)
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
}

export interface Sample {
  readonly names: readonly string[]
  rows(name: string): readonly SampleRow[]
  /** A record by its sample key. */
  find(name: string, id: string | undefined): SampleRow
}

export function readSample(language: Language): Sample {
  const tables = new Map(
    Object.entries(readSampleFiles(language)).map(([file, text]) => [
      file.replace(/\.csv$/, ''),
      fromCsv(text),
    ]),
  )
  const rows = (name: string) => tables.get(name) ?? []
  const find = (name: string, id: string | undefined): SampleRow => {
    const found = rows(name).find((row) => row.id === id)
    if (!found) throw new Error(`No ${name} ${id}`)
    return found
  }
  return { names: [...tables.keys()], rows, find }
}

/** Days from the day of installation; a date without a time and one with it compare by day and time. */
export function dayOf(token: string | undefined): number {
  const [, day, hour, minute] = /^\{today([+-]\d+)(?: (\d\d):(\d\d))?\}$/.exec(token ?? '') ?? []
  if (day === undefined) throw new Error(`Not a day: ${token}`)
  return Number(day) + (Number(hour ?? 0) * 60 + Number(minute ?? 0)) / 1440
}

/** Exact cents of an amount. */
export function centsOf(amount: string | undefined): bigint {
  const [, whole, fraction] = /^(\d+)\.(\d\d)$/.exec(amount ?? '') ?? []
  if (whole === undefined || fraction === undefined) throw new Error(`Not an amount: ${amount}`)
  return BigInt(whole + fraction)
}

/** quantity × price × (100 − discount) / 100 in cents, half up: the formula of the line, counted in another way than the generator does. */
export function lineCents(line: SampleRow): bigint {
  const hundredfold =
    BigInt(line.quantity ?? '') * centsOf(line.unit_price) * (100n - BigInt(line.discount ?? ''))
  return (hundredfold + 50n) / 100n
}

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n)
}
