import 'reflect-metadata'
import { Controller, Get, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { printResponses } from 'print-responses'
import cors from 'strict-cors'

// What the decorators do, by hand: this project is not compiled.
class AppController {
  read() {
    return 'hello'
  }
}
Controller()(AppController)
Get()(
  AppController.prototype,
  'read',
  Reflect.getOwnPropertyDescriptor(AppController.prototype, 'read'),
)

class AppModule {}
Module({ controllers: [AppController] })(AppModule)

const app = await NestFactory.create(AppModule, { logger: false })
app.use(cors({ origin: 'https://app.example.com', credentials: true, exposedHeaders: 'X-Total' }))
const server = await app.listen(0)

await printResponses(server)
await app.close()
