import { metrics } from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import express from 'express'
import cors from 'strict-cors'
import { createPage } from 'strict-cors/testing'

// A real server sends to a collector, with OTLPMetricExporter.
const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const provider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter })] })
metrics.setGlobalMeterProvider(provider)

const decisions = metrics.getMeter('orders').createCounter('cors.decisions', {
  description: 'Requests with an Origin header, by what the policy said of them',
})

const app = express()
app.use(
  cors({
    origin: 'https://app.example.com',
    // Few values for each attribute, whatever strangers send: never an origin or a URL.
    onDecision({ kind, denial }) {
      decisions.add(1, { 'cors.kind': kind, 'cors.code': denial?.code ?? 'allowed' })
    },
  }),
)
app.get('/orders', (_req, res) => {
  res.json([{ id: 1 }])
})

for (const origin of ['https://app.example.com', 'https://evil.example']) {
  const page = createPage(app, { origin })
  await page.check('/orders')
  await page.close()
}

await provider.forceFlush()
for (const { dataPoints } of exporter.getMetrics()[0].scopeMetrics[0].metrics) {
  for (const { attributes, value } of dataPoints) console.log(JSON.stringify(attributes), value)
}
await provider.shutdown()
