import type { Facts } from './reading/read-fact.js'

/** The command that asks a server as a browser would, with placeholders for what is unknown. */
export function checkCommand({ url = '<url>', origin = '<origin>', method }: Facts): string {
  const option = method === undefined ? '' : ` -X ${shellWord(method)}`
  return `npx strict-cors check ${shellWord(url)} --origin ${shellWord(origin)}${option}`
}

/**
 * The text of a stranger in a command that a person will paste: in quotes unless it is harmless.
 * Line breaks are left out, because what follows one would run when pasted, even inside quotes. So is
 * everything that a terminal would obey or hide.
 */
export function shellWord(value: string): string {
  const line = value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
  return /^(?:<[a-z]+>|[\w:/.@%,+][\w:/.@%,+~=-]*)$/.test(line)
    ? line
    : `'${line.replaceAll("'", "'\\''")}'`
}
