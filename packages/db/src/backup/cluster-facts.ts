import type { Connection } from '../connection/connection.ts'

export interface ClusterFacts {
  /** "18.4" */
  readonly version: string
  /** The same for a cluster and what was restored of it. */
  readonly clusterId: string
}

/** Which cluster a database lies in. */
export async function clusterFacts(connection: Connection): Promise<ClusterFacts> {
  const [facts] = await connection.query<ClusterFacts>({
    text: `select current_setting('server_version') as version, system_identifier::text as "clusterId" from pg_control_system()`,
    values: [],
  })
  if (facts === undefined) throw new Error('The server does not say which cluster it serves.')
  return facts
}
