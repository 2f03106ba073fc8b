import type { Server } from 'node:http'
import { Duplex } from 'node:stream'

/**
 * A connection to a server in the same process. Neither the kernel nor a client takes part, so that
 * the server's own work is all that is measured.
 */
export class MemorySocket extends Duplex {
  #text = ''
  #received = 0
  #expected = Number.POSITIVE_INFINITY
  #done = () => {}

  constructor(server: Server) {
    super({ decodeStrings: false })
    server.emit('connection', this)
  }

  /** Sends a request and returns all that comes back. */
  async ask(request: Buffer): Promise<string> {
    this.push(request)
    // Frameworks respond some turns later; the length of the response is not known yet.
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
    this.#expected = this.#received
    return this.#text
  }

  /** Sends the request again, and waits for as many bytes as `ask` got. */
  askAgain(request: Buffer): Promise<void> {
    this.#received = 0
    return new Promise((resolve) => {
      this.#done = resolve
      this.push(request)
    })
  }

  override _read(): void {}

  override _write(chunk: string | Buffer, _encoding: BufferEncoding, callback: () => void): void {
    if (this.#expected === Number.POSITIVE_INFINITY) this.#text += chunk.toString('latin1')
    this.#received += chunk.length
    callback()
    if (this.#received >= this.#expected) this.#done()
  }
}
