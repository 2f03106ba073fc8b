// What an entry weighs minified and compressed, with everything it pulls in but tldts.
const modifyEsbuildConfig = (config) => ({ ...config, platform: 'node', format: 'esm' })

module.exports = [
  {
    name: 'strict-cors, without tldts',
    path: 'dist/whole/index.js',
    ignore: ['tldts'],
    modifyEsbuildConfig,
    limit: '28 kB',
  },
  { name: 'strict-cors/policy', path: 'dist/whole/policy.js', modifyEsbuildConfig, limit: '25 kB' },
]
