import { element } from './element.js'
import { showTry } from './show-try.js'

const setup = await readJson('/setup')
const cards = new Map(setup.tries.map((tried) => [tried, createCard(tried)]))

byId('page-origin').textContent = location.origin
byId('api-origin').textContent = setup.apiOrigin
byId('notice').append(...notice())
byId('tries').append(...cards.values())
byId('policies').append(...setup.policies.map(showPolicy))
byId('again').addEventListener('click', runAll)
await runAll()

async function runAll() {
  byId('again').disabled = true
  byId('summary').textContent = 'Sending…'
  try {
    let blocked = 0
    // One after the other, since a cookie that one response sets is sent with the next request.
    for (const [tried, card] of cards) {
      const result = await run(tried)
      if (result.seen.error !== undefined) blocked++
      fillCard(card, tried, result)
    }
    byId('summary').textContent = `${cards.size - blocked} readable, ${blocked} blocked`
  } catch {
    byId('summary').textContent = 'The server has gone. Start it again, and reload.'
  }
  byId('again').disabled = false
}

async function run({ id, path, init }) {
  const mark = Math.random().toString(36).slice(2)
  const seen = await send(`${setup.apiOrigin}${path}?mark=${mark}`, init)
  return {
    seen,
    decisions: await readJson(`/decisions/${mark}`),
    verdict: await readJson(`/verdicts/${id}`),
  }
}

async function send(url, init) {
  try {
    const response = await fetch(url, init)
    return {
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
    }
  } catch (error) {
    return { error: String(error) }
  }
}

async function readJson(path) {
  const response = await fetch(path)
  return response.json()
}

function createCard({ title, path, init, policy }) {
  const summary = element(
    'summary',
    '',
    element('span', 'badge', '…'),
    element('span', 'title', title),
    element('code', 'request', `${init.method ?? 'GET'} ${path}`),
    element('span', 'policy', `${policy} policy`),
  )
  return element('details', 'try', summary, element('div', 'story'))
}

function fillCard(card, tried, result) {
  const readable = result.seen.error === undefined
  const badge = card.querySelector('.badge')
  badge.textContent = readable ? 'readable' : 'blocked'
  badge.className = `badge ${readable ? 'good' : 'bad'}`
  card.querySelector('.story').replaceChildren(...showTry(tried, result))
}

function notice() {
  if (location.origin === setup.pageOrigin) {
    const other = setup.pageOrigin.replace('localhost', '127.0.0.1')
    return [
      'The API allows this origin. Now open the same page as ',
      link(other),
      ', which it does not.',
    ]
  }
  return [
    'The API does not allow this origin. Go back to ',
    link(setup.pageOrigin),
    ', which it does.',
  ]
}

function link(url) {
  const anchor = element('a', '', url)
  anchor.href = url
  return anchor
}

function showPolicy({ name, code }) {
  return element('section', 'options', element('h3', '', name), element('pre', '', code))
}

function byId(id) {
  return document.getElementById(id)
}
