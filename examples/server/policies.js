/** The options of each policy. Change them while `npm start` runs: the API starts again by itself. */
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
