// What an entry weighs minified and compressed, with everything it pulls in but tldts.
const modifyEsbuildConfig = (config) => ({ ...config, platform: 'node', format: 'esm' })

module.exports = [
  {
    name: 'strict-cors, without tldts',
    path: 'dist/whole/index.js',
    ignore: ['tldts'],
    modifyEsbuildConfig,
    limit: '31 kB',
  },
  { name: 'strict-cors/policy', path: 'dist/whole/policy.js', modifyEsbuildConfig, limit: '25 kB' },
  {
    name: 'what Node loads at start',
    path: 'dist/index.js',
    // As Node does, and not what a bundler would find.
    modifyEsbuildConfig: (config) => ({ ...modifyEsbuildConfig(config), external: ['./later/*'] }),
    limit: '17 kB',
  },
]
