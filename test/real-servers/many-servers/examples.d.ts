declare module '*/customer-origins.js' {
  interface Database {
    query(text: string, values: readonly string[]): Promise<{ readonly rowCount: number | null }>
  }
  export function createCustomerOrigins(database: Database): (origin: string) => Promise<boolean>
}
