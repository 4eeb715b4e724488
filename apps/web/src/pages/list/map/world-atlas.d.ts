declare module 'world-atlas/land-50m.json?url' {
  const address: string
  export default address
}
