/** A path that no server has, under the path of a URL. */
export function missingPath(url: URL, label: string): URL {
  const missing = new URL(url)
  missing.pathname = `${url.pathname.replace(/\/$/, '')}/${label}`
  return missing
}
