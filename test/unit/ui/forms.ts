import type { CheckForm } from '../../../src/ui/form/check-form.js'

const SIMPLE: CheckForm = {
  url: 'http://127.0.0.1:3000/orders?page=2',
  origin: 'https://app.example.com',
  method: 'GET',
  headers: [],
  body: null,
  credentials: false,
  cookies: '',
}

/** Forms of every kind, with what tries to break out of the code that is made of them. */
export const FORMS = {
  simple: SIMPLE,
  full: {
    ...SIMPLE,
    method: 'PUT',
    headers: [
      ['Authorization', 'Bearer secret'],
      ['X-Trace', '1'],
      ['Accept', 'text/plain'],
    ],
    body: '{"item":"Kettle"}',
    credentials: true,
    cookies: 'session=secret',
  },
  post: { ...SIMPLE, method: 'POST', body: 'a=b' },
  hostile: {
    ...SIMPLE,
    url: "http://127.0.0.1:3000/it's$(id)?a=`id`",
    headers: [['X-Note', `'; "$(touch /tmp/pwned)" \\ $HOME`]],
  },
} satisfies Record<string, CheckForm>
