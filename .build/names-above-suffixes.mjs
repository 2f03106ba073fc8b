// Writes src/connect/names-above-suffixes.json: every host that is not a public suffix but has one
// further down, such as amazonaws.com, with the shortest way there, such as s3. tldts can only tell
// whether a given host is a public suffix, so its data is read here, not when the package runs.
// With --check, it writes nothing and fails if the file does not belong to the installed tldts.
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const trie = require('tldts/dist/cjs/src/data/trie.js')
const { getPublicSuffix } = require('tldts')

const labels = []
for (let edge = 0, offset = 0; edge < trie.edgeLength.length; edge++) {
  const end = offset + trie.edgeLength[edge]
  labels.push(trie.labelText.slice(offset, end))
  offset = end
}

const names = {}
collect(trie.rulesRoot, '')
const sorted = Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1)))
if (Object.keys(sorted).length < 100) throw new Error('tldts keeps its data in another form')

const file = new URL('../src/connect/names-above-suffixes.json', import.meta.url)
const text = `${JSON.stringify(sorted, null, 2)}\n`
if (!process.argv.includes('--check')) await writeFile(file, text)
else if ((await readFile(file, 'utf8')) !== text) {
  throw new Error(
    'the file is of another version of tldts; run node .build/names-above-suffixes.mjs',
  )
}

/** The public suffixes below a node of the trie, each without the name of the node. */
function collect(node, name) {
  const below = []
  for (let edge = trie.edgeStart[node]; edge < trie.edgeStart[node + 1]; edge++) {
    const label = labels[edge]
    const child = trie.edgeChild[edge]
    if (trie.nodeFlags[child] !== 0) below.push(label)
    for (const way of collect(child, name === '' ? label : `${label}.${name}`)) {
      below.push(`${way}.${label}`)
    }
  }
  const isSent = name !== '' && /^[a-z0-9.-]+$/.test(name)
  if (isSent && below.length > 0 && !isPublicSuffix(name)) {
    names[name] = below.reduce((a, b) => (b.length < a.length ? b : a))
  }
  return below
}

function isPublicSuffix(name) {
  return getPublicSuffix(name, { allowPrivateDomains: true })?.length >= name.length
}
