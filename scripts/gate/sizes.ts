import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, type Result } from './step.ts'

const limit = 300
const aimedMedian = 60

const isSource = (path: string) =>
  !/\.test\.tsx?$|\/generated\/|\/node_modules\/|\/dist\/|\/words\/|\.d\.ts$/.test(path)

const lineCount = (path: string) => readFileSync(join(root, path), 'utf8').split('\n').length - 1

/** No source file over 300 lines. The median is reported: over 60 it says that rooms are getting full. */
export function checkSizes(): Promise<Result> {
  const folders = ['{apps,packages}/*/src/**', 'schemas/*', 'schemas/src/**', 'scripts/**', 'templates/**']
  const files = globSync(
    folders.map((folder) => `${folder}/*.{ts,tsx}`),
    { cwd: root, exclude: (name) => name === 'node_modules' },
  ).filter(isSource)
  const sizes = files.map((path) => ({ path, lines: lineCount(path) })).sort((a, b) => a.lines - b.lines)
  const tooLong = sizes.filter(({ lines }) => lines > limit)
  for (const { path, lines } of tooLong) console.error(`${path}: ${lines} lines, at most ${limit}`)
  const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0
  const p90 = sizes[Math.floor(sizes.length * 0.9)]?.lines ?? 0
  const note = `${sizes.length} files, median ${median} (aim ${aimedMedian}), p90 ${p90}`
  return Promise.resolve({ ok: tooLong.length === 0, note })
}
