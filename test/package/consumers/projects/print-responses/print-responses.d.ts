import type { Server } from 'node:http'

export function printExchanges(server: Server): Promise<void>
