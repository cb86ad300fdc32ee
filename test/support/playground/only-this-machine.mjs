// Loaded into the Playground before anything of its own. It has no setting for either: it listens on this machine alone, and
// whatever it wants to reach elsewhere is refused and named on stderr. It ends with whoever started it.
import { Server, Socket } from 'node:net'

const here = /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

const { listen } = Server.prototype
Server.prototype.listen = function listenHere(port, ...rest) {
  return typeof port === 'number'
    ? listen.call(this, port, '127.0.0.1', ...rest)
    : listen.call(this, port, ...rest)
}

/** What `connect` was given: an options object, alone or as the first of normalised arguments, or port and host. */
const targetOf = ([first, second]) => {
  const options = Array.isArray(first) ? first[0] : first
  if (typeof options === 'object') return options
  return { port: options, host: typeof second === 'string' ? second : 'localhost' }
}

const { connect } = Socket.prototype
Socket.prototype.connect = function connectHere(...given) {
  const { host = 'localhost', port, path } = targetOf(given)
  if (path || here.test(host)) return connect.apply(this, given)
  process.stderr.write(`refused ${host}:${port}\n`)
  process.nextTick(() =>
    this.destroy(Object.assign(new Error('only this machine'), { code: 'ECONNREFUSED' })),
  )
  return this
}

process.stdin.on('end', () => process.exit()).resume()
