import 'reflect-metadata'
import { Controller, Get, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { printResponses } from 'print-responses'

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
// Nest requires `cors` for this, and an override of npm puts strict-cors in its place.
app.enableCors({ origin: 'https://app.example.com', credentials: true, exposedHeaders: 'X-Total' })
const server = await app.listen(0)

await printResponses(server)
await app.close()
