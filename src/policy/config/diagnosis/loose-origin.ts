/** A would-be origin, taken apart as leniently as possible. */
export interface LooseOrigin {
  readonly scheme: string
  readonly userInfo: string
  readonly host: string
  readonly port: string | null
  /** Path, query and fragment. */
  readonly rest: string
}

/** Takes a string apart, whatever it is. */
export function parseLeniently(value: string): LooseOrigin {
  // With too few slashes or no colon, only these two schemes can be told from a host and a port.
  const match = /^(?:(?:([^:/#]*):)?[/\\]{2,}|(https?)(?::[/\\]?|[/\\]{2,}))(.*)$/is.exec(value)
  const scheme = match?.[1] ?? match?.[2] ?? ''
  const afterScheme = match?.[3] ?? value
  const end = afterScheme.search(/[/\\?#]/)
  const authority = end === -1 ? afterScheme : afterScheme.slice(0, end)
  const at = authority.lastIndexOf('@')
  const hostAndPort = authority.slice(at + 1)
  const colon = /:[^:\]]*$/.exec(hostAndPort)?.index ?? hostAndPort.length
  return {
    scheme,
    userInfo: authority.slice(0, at + 1),
    host: hostAndPort.slice(0, colon),
    port: colon === hostAndPort.length ? null : hostAndPort.slice(colon + 1),
    rest: end === -1 ? '' : afterScheme.slice(end),
  }
}

/** The would-be origins in a string. */
export function splitOrigins(value: string): readonly string[] {
  // Somebody who writes "localhost: 5000" means one origin.
  const joined = value.replace(/\s+(?=:)|(?<=:(?:\/\/)?)\s+/g, '')
  return joined.split(/[\s,;|"'`]+/).filter((part) => part !== '')
}

/** Whether a string means any origin: `*`, `**`, `*:*`, `https://*`. */
export function namesEverybody(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const [only = '', ...others] = splitOrigins(value)
  return others.length === 0 && /^\*+$/.test(parseLeniently(only).host)
}

/** Whether a template has put an unset variable into a would-be origin. */
export function hasUnsetVariable(value: string): boolean {
  // Taking a string apart costs more than everything else that is done with a valid origin.
  if (!/undefined|null|NaN/.test(value)) return false
  const { scheme, host, port } = parseLeniently(value)
  return (
    scheme === 'undefined' ||
    // Not in between, where it may be a domain: somebody has www.undefined.com.
    /^(?:[^.]*-)?undefined(?:$|[.-])|[.-]undefined$/.test(host) ||
    [host, port].some((part) => part === 'null' || part === 'NaN' || part === 'undefined')
  )
}

/** Whether a string is an origin by its form only: no page has it. */
export function hasNoPages(value: string): boolean {
  return /^(?:wss?|ftp|file):/.test(value)
}

/** Whether a host is an IP address, even a malformed one. */
export function looksLikeIpAddress(host: string): boolean {
  return host.startsWith('[') || /^(?:\d+|0x[\da-f]+)(?:\.(?:\d+|0x[\da-f]+))*\.?$/i.test(host)
}
