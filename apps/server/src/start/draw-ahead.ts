type Draw = (bytes: number) => Uint8Array

/**
 * Random bytes of the system, drawn many at a time: each request takes a few for its name, and asking for those costs
 * more than drawing them. None is given twice, and none stays in memory once it was given.
 */
export function drawAhead(draw: Draw, ahead = 4096): Draw {
  let store = new Uint8Array(0)
  let given = 0
  return (bytes) => {
    if (bytes > ahead) return draw(bytes)
    if (given + bytes > store.length) {
      store = new Uint8Array(draw(ahead))
      given = 0
    }
    const taken = store.slice(given, given + bytes)
    store.fill(0, given, given + bytes)
    given += bytes
    return taken
  }
}
