/** The options of each policy, for pages of `pageOrigin`. Change them, start again, and see. */
export function policiesFor(pageOrigin) {
  return {
    orders: {
      origin: pageOrigin,
      methods: ['GET', 'PUT'],
      allowedHeaders: ['Content-Type'],
      exposedHeaders: ['X-Total-Count'],
      credentials: true,
    },
    news: {
      origin: '*',
    },
    reports: {
      origin: 'https://reports.example.com',
    },
  }
}
