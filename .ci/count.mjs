// Prints how many tests passed and failed in the JSON reports of a folder.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const reports = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')),
)
const sum = (count) => reports.reduce((total, report) => total + count(report), 0)
// A file that cannot be loaded is a failed suite without a failed test.
const failedFiles = ({ testResults }) =>
  testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
  }).length
console.log(
  sum((report) => report.numPassedTests),
  sum((report) => report.numFailedTests + failedFiles(report)),
)
