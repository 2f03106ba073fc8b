import type { CheckForm } from '../form/check-form.js'
import { belongsInEnvironment, variableOf } from './secret-headers.js'

/** The command that checks the same. The values of secret headers come from the shell's variables. */
export function commandLine({
  url,
  origin,
  method,
  headers,
  body,
  credentials,
  cookies,
}: CheckForm): string {
  const usual = body === null ? 'GET' : 'POST'
  return [
    `npx strict-cors check ${quoteForShell(url)}`,
    `--origin ${quoteForShell(origin)}`,
    ...(method === usual ? [] : [`-X ${quoteForShell(method)}`]),
    ...headers.map(([name, value]) =>
      belongsInEnvironment(name)
        ? `-H "${name}: $${variableOf(name)}"`
        : `-H ${quoteForShell(`${name}: ${value}`)}`,
    ),
    ...(body === null ? [] : [`-d ${quoteForShell(body)}`]),
    ...(credentials ? ['--credentials'] : []),
    ...(cookies === '' ? [] : ['-b "$COOKIE"']),
  ].join(' \\\n  ')
}

/**
 * For POSIX shells; as it is if no shell would change it. Line breaks stay, unlike those of a stranger's
 * text: a body may need them, and the developer has typed it.
 */
function quoteForShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
