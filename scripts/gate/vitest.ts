import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportFolder } from './report-folder.ts'
import { runTool, type Counts, type Result } from './step.ts'

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** A file that fails before its first test (an import that throws) counts as one failed test. */
function count(path: string): Counts {
  const report: Report = JSON.parse(readFileSync(path, 'utf8'))
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Unit, UI and database tests in one run of vitest. */
export async function runVitest(): Promise<Result> {
  const file = join(reportFolder(), 'vitest.json')
  const ok = await runTool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const counts = count(file)
  return { ok, counts, note: `${counts.passed} passed, ${counts.failed} failed` }
}
