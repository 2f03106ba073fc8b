import type { Server } from 'node:http'

export function printResponses(server: Server): Promise<void>
