/** What this browser keeps in its database. */
const name = 'pipewright-device'
export type Shelf = 'answers' | 'waiting'
const shelves: Readonly<Record<Shelf, string>> = { answers: 'key', waiting: 'id' }

let opened: Promise<IDBDatabase> | undefined

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result))
    request.addEventListener('error', () => fail(request.error ?? new Error('The browser keeps nothing.')))
  })

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => {
    for (const [shelf, keyPath] of Object.entries(shelves))
      request.result.createObjectStore(shelf, { keyPath })
  })
  return settled(request).then((database) => {
    // Another tab brings a newer form of the database, or the browser takes the room back.
    const forget = () => {
      database.close()
      opened = undefined
    }
    database.addEventListener('versionchange', forget)
    database.addEventListener('close', forget)
    return database
  })
}

async function database(): Promise<IDBDatabase> {
  opened ??= open()
  return opened.catch((error: unknown) => {
    opened = undefined
    throw error
  })
}

/** What waits is there for good when it is said to be; an answer can be asked for again. */
const durability = { answers: 'relaxed', waiting: 'strict' } as const

/** Does something with one shelf in one transaction, and is done when the browser has it. */
export async function onShelf<T>(
  shelf: Shelf,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore, read: typeof settled) => Promise<T>,
): Promise<T> {
  const transaction = (await database()).transaction(shelf, mode, { durability: durability[shelf] })
  const done = new Promise<void>((kept, fail) => {
    transaction.addEventListener('complete', () => kept())
    const failed = () => fail(transaction.error ?? new Error('The browser did not keep it.'))
    transaction.addEventListener('abort', failed)
    transaction.addEventListener('error', failed)
  })
  const [result] = await Promise.all([act(transaction.objectStore(shelf), settled), done])
  return result
}
