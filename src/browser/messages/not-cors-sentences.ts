import type { MeaningAndFix } from './meaning-and-fix.js'
import { quoteFact } from './quote-fact.js'
import type { NotCorsTopic } from './topics.js'

/** Messages that people take for CORS errors; no CORS header changes them. */
export const NOT_CORS_SENTENCES: { readonly [About in NotCorsTopic]: MeaningAndFix } = {
  'mixed-content': {
    meaning: ({ url }) =>
      `This is not CORS but mixed content: a page on https asks for ${quoteFact(url, 'an http: URL')}.`,
    fix: () => 'Serve it over https, and use the https: URL in the page.',
  },
  'content-security-policy': {
    meaning: ({ url }) =>
      `This is not CORS: the Content-Security-Policy of the page does not allow ${quoteFact(url, 'the URL')}.`,
    fix: () =>
      'Change the server of the page, not the one that is asked: add the origin to `connect-src` (or to the directive that the message names).',
  },
  'error-status': {
    meaning: ({ status = 'an error' }) =>
      `This is not CORS: the server responded with ${status}. A CORS message for the same URL often follows from it.`,
    fix: () =>
      "Look for the reason in the server's log. Errors need CORS headers too: mount the middleware before everything that may fail.",
  },
  'embedder-policy': {
    meaning: () =>
      'This is not CORS: the page has Cross-Origin-Embedder-Policy, and the response does not have the Cross-Origin-Resource-Policy that it asks for.',
    fix: () =>
      'Send Cross-Origin-Resource-Policy: cross-origin with the response, or load it with CORS.',
  },
  'request-canceled': {
    meaning: () => 'This is not CORS: the page, a time limit or a navigation ended the request.',
    fix: () => 'See why the response takes so long, or why the page goes away before it comes.',
  },
  'browser-extension': {
    meaning: ({ url }) =>
      `This is not CORS: an extension, an ad blocker or an administrator blocked ${quoteFact(url, 'the request')}.`,
    fix: () =>
      'Try a window without extensions. Paths with "ads", "analytics" or "track" are often blocked.',
  },
  'local-file': {
    meaning: ({ url }) =>
      `This is not CORS: a page may not load ${quoteFact(url, 'a local file')} from the disk or from another app.`,
    fix: () => 'Serve the file over http, and check where the server redirects to.',
  },
  framing: {
    meaning: ({ url }) =>
      `This is not CORS: ${quoteFact(url, 'a page')} does not allow other pages to show it in a frame.`,
    fix: () =>
      'Change X-Frame-Options, or frame-ancestors of Content-Security-Policy, on the server of the page in the frame. Open log-in pages in a window of their own.',
  },
  'unsafe-request': {
    meaning: () => 'This is not CORS: the page asks for something that no page may set.',
    fix: () =>
      'Change the page: no user name in the URL, and none of the headers that the browser sets itself, such as Origin.',
  },
  'cross-origin-access': {
    meaning: () =>
      'A page touched something of another origin: a frame, a canvas with an image of another origin, or a worker.',
    fix: () =>
      'For images, use `crossorigin` and allow the origin on their server. For frames, use `postMessage`. Workers need a script of the same origin.',
  },
  'mime-type': {
    meaning: ({ url }) =>
      `This is not CORS: ${quoteFact(url, 'the file')} has a Content-Type that does not fit its use.`,
    fix: () =>
      'Send the right Content-Type. An error page (HTML) in place of a script is the usual cause: look at its status.',
  },
  'unreadable-body': {
    meaning: () =>
      'The page got an empty or an opaque body and could not parse it; mode "no-cors" does that.',
    fix: () =>
      "Remove `mode: 'no-cors'` from the page and allow its origin on the server with `origin`.",
  },
  'cors-switched-off': {
    meaning: () => 'CORS is switched off in this Firefox (`content.cors.disable`).',
    fix: () => 'Set `content.cors.disable` to false in `about:config`.',
  },
  'development-server': {
    meaning: () => 'A development server wrote this, not a browser: it protects its own files.',
    fix: () =>
      'Add the host to the option that the message names, such as `allowedDevOrigins` of Next.js.',
  },
}
