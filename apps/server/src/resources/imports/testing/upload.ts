import type { Client, Import } from '@pipewright/contract'

/** A browser of the app under test, as far as uploads need it. */
export interface Browser extends Pick<Client, 'call'> {
  send(request: {
    method: 'POST'
    url: string
    body: unknown
    headers: Record<string, string>
  }): Promise<{ statusCode: number; json<T>(): T }>
}

const boundary = 'pipewright-boundary'

function multipart(name: string, content: Uint8Array): Buffer {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

/** Sends one file as a browser does. */
export async function upload<T>(browser: Browser, url: string, name: string, content: string | Uint8Array) {
  const body = multipart(name, typeof content === 'string' ? Buffer.from(content) : content)
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const answer = await browser.send({ method: 'POST', url, body, headers })
  return { status: answer.statusCode, body: answer.json<T>() }
}

/** Waits until an import has done what it does in the background. */
export async function settled(browser: Browser, workspace: string, id: string): Promise<Import> {
  for (;;) {
    const job = await browser.call('getImport', { params: { workspace, id } })
    if (job.state !== 'checking' && job.state !== 'importing') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
