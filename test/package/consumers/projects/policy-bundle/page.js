import { CorsConfigError, createPolicy } from 'strict-cors/policy'

const policy = createPolicy({
  origin: [
    'https://app.example.com',
    'http://localhost:*',
    'https://[::1]:8443',
    'http://10.0.0.1',
  ],
  methods: ['GET', 'PUT'],
  allowedHeaders: 'Content-Type',
})

export const facts = {
  globals: ['process', 'require', 'Buffer', 'URL', 'window'].filter((name) => name in globalThis),
  allowed: ['https://app.example.com', 'http://localhost:5173', 'https://stranger.example'].map(
    (origin) => policy.isOriginAllowed(origin),
  ),
  denial: policy.evaluate({ headers: { origin: 'https://stranger.example' } }).denial.code,
  refused: refusalsOf({
    origin: ['https://app.example.com/', 'https://bücher.example'],
    maxage: 5,
  }),
}

function refusalsOf(options) {
  try {
    return createPolicy(options)
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues.map(({ code }) => code)
    throw error
  }
}
