// Loaded before the program: should the process that started it be killed, it ends as if it had been asked to.
if (process.channel) {
  process.channel.unref()
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
