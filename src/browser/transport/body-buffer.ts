/**
 * The bytes of a body, in one buffer. A list of chunks would cost a hundred bytes for each of them,
 * and a server may send every byte as a chunk of its own.
 */
export class BodyBuffer {
  #bytes = Buffer.alloc(0)
  #length = 0

  get length(): number {
    return this.#length
  }

  append(chunk: Uint8Array): void {
    const length = this.#length + chunk.length
    if (length > this.#bytes.length) {
      const grown = Buffer.alloc(Math.max(length, 2 * this.#bytes.length))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes.set(chunk, this.#length)
    this.#length = length
  }

  read(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}
