import { accessSync, constants } from 'node:fs'

/**
 * `path` if a program is there. A suite that skipped a missing program would pass without asking
 * it, so this throws.
 * @throws {Error} that names the Debian package to install
 */
export function requireExecutable(path: string, debianPackage: string): string {
  try {
    accessSync(path, constants.X_OK)
  } catch (cause) {
    throw new Error(
      `${path} is missing, and this test needs it. ` +
        `On Debian: apt-get install --no-install-recommends ${debianPackage}`,
      { cause },
    )
  }
  return path
}
