/**
 * Whether requests to a host never leave the machine.
 * https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isLoopback(host: string): boolean {
  return /(?:^|\.)localhost\.?$/.test(host) || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
