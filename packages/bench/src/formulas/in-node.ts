import { measureFormulas } from './workload.ts'

/** CPU that this process has used, in milliseconds: others' work on the machine hardly moves it. */
function cpuNow(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

for (const line of measureFormulas(cpuNow, () => performance.now())) console.log(line)
