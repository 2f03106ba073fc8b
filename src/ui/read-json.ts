import type { IncomingMessage } from 'node:http'
import { type Fields, isFields } from './form/fields.js'
import type { Refusal } from './guard.js'

/** Far more than a form holds, in bytes. */
export const MAX_INPUT = 256 * 1024

/** Reads the body of a request, which must be a JSON object. */
export async function readJson(
  req: IncomingMessage,
): Promise<{ readonly value: Fields } | { readonly refusal: Refusal }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += chunk.length
    if (size > MAX_INPUT) return refuse(413, `The form is larger than ${MAX_INPUT} bytes.`)
    chunks.push(chunk)
  }
  const value = parse(Buffer.concat(chunks).toString())
  return isFields(value) ? { value } : refuse(400, 'The body is not a JSON object.')
}

function refuse(status: number, message: string): { readonly refusal: Refusal } {
  return { refusal: { status, message } }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
