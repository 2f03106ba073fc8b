import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The project's own compiler options. */
export function projectOptions(): ts.CompilerOptions {
  const path = fileURLToPath(new URL('../../../tsconfig.json', import.meta.url))
  const { config } = ts.readConfigFile(path, ts.sys.readFile)
  return ts.convertCompilerOptionsFromJson(config.compilerOptions, '.').options
}

/** What the compiler says of an error, its parts on lines of their own. */
export function describeError({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, '\n')
}
