// In CommonJS, require('strict-cors') is the function itself with the other exports as its
// properties. tsup writes its types as named exports; `export =` and a namespace describe what it
// really is.
import { readFile, writeFile } from 'node:fs/promises'

const file = new URL('../dist/index.d.cts', import.meta.url)
const types = await readFile(file, 'utf8')
const exported = /^export \{ (.*) \};$/gm
const statements = [...types.matchAll(exported)]
if (statements.length !== 1) throw new Error(`${file}: expected one export statement`)

const [statement, names] = statements[0]
const reexported = types.match(/^export \{ .* \} from '.*';$/gm) ?? []
const imports = reexported.map((line) => line.replace(/^export/, 'import'))
const imported = reexported.flatMap((line) => line.match(/\{ (.*) \}/)[1].split(', '))
// `import { a as b }` has already given its local name, so the namespace exports b.
const members = [
  ...names.split(', '),
  ...imported.map((name) => name.replace(/^(type )?.* as /, '$1')),
]

// The namespace in the source is for ES modules and has fewer members.
const ofSource = /^declare namespace cors \{\n.*\n\}\n/m
if (!ofSource.test(types)) throw new Error(`${file}: expected the namespace cors`)

const commonjs = reexported.reduce(
  (text, line) => text.replace(`${line}\n`, ''),
  types.replace(ofSource, ''),
)
await writeFile(
  file,
  `${imports.join('\n')}\n${commonjs.replace(
    statement,
    `declare namespace cors {\n    export { ${members.join(', ')} };\n}\nexport = cors;`,
  )}`,
)
