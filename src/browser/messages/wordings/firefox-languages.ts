import type { Wordings } from '../topics.js'

/** Firefox in one language: what is in front of the URL, and the reasons. */
interface Language {
  readonly heads: readonly string[]
  readonly reasons: Wordings
}

/** Header names stay English in every language; what is around them does not. */
export const FIREFOX_LANGUAGES: readonly Language[] = [
  {
    heads: ['Lesen der externen Ressource auf {url}'],
    reasons: {
      'allow-origin-missing': ['Access-Control-Allow-Origin fehlt'],
      'allow-origin-multiple': ['nur ein eine CORS-Kopfzeile', 'Es darf nur eine CORS-Kopfzeile'],
      'allow-origin-mismatch': [
        'Access-Control-Allow-Origin [stimmt nicht mit] {headerValue} überein',
      ],
      'allow-origin-wildcard-with-credentials': [
        '[Credential wird nicht unterstützt], wenn die CORS-Kopfzeile Access-Control-Allow-Origin auf {headerValue} gesetzt ist',
      ],
      'allow-credentials-not-true': [
        'true in CORS-Kopfzeile Access-Control-Allow-Credentials erwartet',
      ],
      'preflight-redirected': ['Externe Weiterleitung der CORS-Anfrage'],
      'preflight-status-not-ok': [
        'CORS-Preflight-Antwort schlug fehl',
        'CORS-Preflight-Kanal schlug fehl',
      ],
      'allow-methods-invalid': [
        'ungültiges Token {headerValue} [in CORS-Kopfzeile Access-Control-Allow-Methods]',
      ],
      'allow-headers-invalid': [
        'ungültiges Token {headerValue} [in CORS-Kopfzeile Access-Control-Allow-Headers]',
      ],
      'method-not-in-allow-methods': [
        'Methode nicht in CORS-Kopfzeile Access-Control-Allow-Methods',
      ],
      'header-not-in-allow-headers': [
        'Kopfzeile {header} [ist aufgrund der Kopfzeile Access-Control-Allow-Headers]',
        'fehlendes Token {header} [in CORS-Kopfzeile Access-Control-Allow-Headers]',
      ],
      'authorization-under-wildcard': ['wird die Authorization-Kopfzeile nicht eingeschlossen'],
      'scheme-not-http': ['CORS-Anfrage war nicht http', 'CORS-Anfrage nicht http'],
      unspecific: ['CORS-Anfrage schlug fehl', 'CORS-Kopfzeile Origin konnte nicht'],
      'cors-switched-off': ['Grund: CORS deaktiviert'],
    },
  },
  {
    heads: ['ressource distante située sur {url}', 'ressource distante située à {url}'],
    reasons: {
      'allow-origin-missing': [
        'Access-Control-Allow-Origin est manquant',
        'Access-Control-Allow-Origin manquant',
      ],
      'allow-origin-multiple': [
        'le recours à plusieurs en-têtes CORS',
        'plusieurs en-têtes CORS Access-Control-Allow-Origin',
      ],
      'allow-origin-mismatch': ['Access-Control-Allow-Origin ne correspond pas à {headerValue}'],
      'allow-origin-wildcard-with-credentials': [
        'l’identification n’est pas prise en charge si la valeur de l’en-tête CORS Access-Control-Allow-Origin est {headerValue}',
        'l’identification n’est pas prise en charge',
      ],
      'allow-credentials-not-true': [
        'true attendu dans l’en-tête CORS Access-Control-Allow-Credentials',
      ],
      'preflight-redirected': [
        'la redirection externe de requêtes CORS',
        'redirection externe de la requête CORS',
      ],
      'preflight-status-not-ok': [
        'échec de la réponse de pré-vérification des requêtes CORS',
        'échec du canal de pré-vérification des requêtes CORS',
        'échec de la réponse de pré-vérification',
      ],
      'allow-methods-invalid': [
        'jeton {headerValue} [invalide dans l’en-tête CORS Access-Control-Allow-Methods]',
      ],
      'allow-headers-invalid': [
        'jeton {headerValue} [invalide dans l’en-tête CORS Access-Control-Allow-Headers]',
      ],
      'method-not-in-allow-methods': [
        'méthode manquante dans l’en-tête',
        'méthode introuvable dans l’en-tête',
      ],
      'header-not-in-allow-headers': [
        'l’en-tête {header} [n’est pas autorisé d’après l’en-tête Access-Control-Allow-Headers]',
        'jeton {header} [manquant dans l’en-tête CORS Access-Control-Allow-Headers]',
      ],
      'authorization-under-wildcard': [
        'l’en-tête Authorization n’est pas',
        'en-tête Authorization n’est pas couvert',
        'doit être explicitement',
      ],
      'scheme-not-http': ['la requête CORS n’utilise pas http'],
      unspecific: ['échec de la requête CORS', 'l’en-tête CORS Origin ne peut'],
      'cors-switched-off': ['Raison : CORS désactivé', 'Raison: CORS désactivé'],
    },
  },
  {
    heads: [
      'el recurso remoto en {url}',
      'del recurso remoto en {url}',
      'de recursos remotos en {url}',
    ],
    reasons: {
      'allow-origin-missing': [
        'falta la cabecera CORS Access-Control-Allow-Origin',
        'falta el encabezado CORS Access-Control-Allow-Origin',
        'Cabecera CORS Access-Control-Allow-Origin faltante',
      ],
      'allow-origin-multiple': [
        'no se permiten múltiples cabeceras CORS',
        'múltiples cabeceras CORS Access-Control-Allow-Origin',
      ],
      'allow-origin-mismatch': ['Access-Control-Allow-Origin no coincide con {headerValue}'],
      'allow-origin-wildcard-with-credentials': [
        'la credencial no se admite si la cabecera CORS {any} es {headerValue}',
        'la credencial no se admite',
      ],
      'allow-credentials-not-true': [
        'se esperaba true en la cabecera CORS Access-Control-Allow-Credentials',
      ],
      'preflight-redirected': [
        'No se permite la redirección externa de la solicitud CORS',
        'redirección externa de la solicitud CORS',
      ],
      'preflight-status-not-ok': [
        'la respuesta CORS preliminar preflight',
        'el canal CORS preliminar',
        'el canal preflight CORS',
      ],
      'allow-methods-invalid': [
        'token {headerValue} [no válido en la cabecera CORS Access-Control-Allow-Methods]',
      ],
      'allow-headers-invalid': [
        'token {headerValue} [no válido en la cabecera CORS Access-Control-Allow-Headers]',
      ],
      'method-not-in-allow-methods': [
        'no se ha encontrado el método en la cabecera',
        'No se encontró el método en la cabecera',
      ],
      'header-not-in-allow-headers': [
        'cabecera {header} [no está permitida de acuerdo a la cabecera Access-Control-Allow-Headers]',
        'falta el token {header} en la cabecera CORS Access-Control-Allow-Headers',
      ],
      'authorization-under-wildcard': [
        'la cabecera Authorization no',
        'el encabezado Authorization no',
      ],
      'scheme-not-http': ['la solicitud CORS no es http'],
      unspecific: [
        'Solicitud CORS sin éxito',
        'la solicitud CORS no ha tenido éxito',
        'la solicitud CORS no tuvo éxito',
        'la cabecera CORS Origin no',
      ],
      'cors-switched-off': ['CORS desactivado', 'CORS deshabilitado'],
    },
  },
  {
    heads: ['lettura della risorsa remota da {url}'],
    reasons: {
      'allow-origin-missing': ['Access-Control-Allow-Origin mancante'],
      'allow-origin-multiple': ['Access-Control-Allow-Origin multipli non consentiti'],
      'allow-origin-mismatch': ['Access-Control-Allow-Origin non corrisponde a {headerValue}'],
      'allow-origin-wildcard-with-credentials': [
        'non sono supportate se l’header CORS Access-Control-Allow-Origin è {headerValue}',
        'le credenziali non sono supportate',
      ],
      'allow-credentials-not-true': [
        'previsto true in header CORS Access-Control-Allow-Credentials',
      ],
      'preflight-redirected': ['redirect non consentito per richiesta CORS esterna'],
      'preflight-status-not-ok': [
        'risposta CORS preliminare (preflight) non riuscita',
        'canale CORS preliminare (preflight) non riuscito',
      ],
      'allow-methods-invalid': [
        'token {headerValue} [non valido in header CORS Access-Control-Allow-Methods]',
      ],
      'allow-headers-invalid': [
        'token {headerValue} [non valido in header CORS Access-Control-Allow-Headers]',
      ],
      'method-not-in-allow-methods': [
        'metodo Access-Control-Allow-Methods non trovato in header CORS',
      ],
      'header-not-in-allow-headers': [
        'l’header {header} [non è consentito a causa dell’header Access-Control-Allow-Headers]',
        'token {header} [mancante in header CORS Access-Control-Allow-Headers]',
      ],
      'authorization-under-wildcard': ['l’header Authorization non', 'header Authorization non è'],
      'scheme-not-http': ['richiesta CORS non http'],
      unspecific: ['richiesta CORS non riuscita', 'header CORS Origin non può'],
      'cors-switched-off': ['Motivo: CORS disattivato', 'CORS disattivato'],
    },
  },
  {
    heads: ['leitura do recurso remoto em {url}'],
    reasons: {
      'allow-origin-missing': [
        'falta cabeçalho Access-Control-Allow-Origin',
        'cabeçalho CORS Access-Control-Allow-Origin em falta',
      ],
      'allow-origin-multiple': [
        'vários cabeçalhos Access-Control-Allow-Origin',
        'múltiplos cabeçalhos CORS Access-Control-Allow-Origin',
      ],
      'allow-origin-mismatch': [
        'Access-Control-Allow-Origin [do CORS não corresponde a] {headerValue}',
        'Access-Control-Allow-Origin não corresponde a {headerValue}',
      ],
      'allow-origin-wildcard-with-credentials': [
        'não suportada se o cabeçalho Access-Control-Allow-Origin [do CORS for] {headerValue}',
        'credencial não suportada se o cabeçalho',
      ],
      'allow-credentials-not-true': ['esperado true no cabeçalho Access-Control-Allow-Credentials'],
      'preflight-redirected': ['redirecionamento externo de requisição CORS'],
      'preflight-status-not-ok': [
        'falha na resposta de comprovação (preflight)',
        'canal de comprovação',
      ],
      'allow-methods-invalid': [
        'token {headerValue} [inválido no cabeçalho Access-Control-Allow-Methods]',
      ],
      'allow-headers-invalid': [
        'token {headerValue} [inválido no cabeçalho Access-Control-Allow-Headers]',
      ],
      'method-not-in-allow-methods': ['método não encontrado no cabeçalho'],
      'header-not-in-allow-headers': [
        'header {header} [não permitido, de acordo com o header Access-Control-Allow-Headers]',
        'faltando token {header} no cabeçalho Access-Control-Allow-Headers',
      ],
      'authorization-under-wildcard': ['o cabeçalho Authorization não'],
      'scheme-not-http': ['requisição CORS não é http'],
      unspecific: [
        'falha na requisição CORS',
        'cabeçalho Origin do CORS não',
        'cabeçalho CORS Origin não',
      ],
      'cors-switched-off': ['CORS desativado'],
    },
  },
]

/** How Firefox writes "Status code" in these languages. */
export const STATUS_CODE: readonly string[] = [
  'Status code',
  'Statuscode',
  'Code d’état ',
  'Code d’état',
  'Código de estado',
  'Codice di stato',
  'Código de status',
  'Код состояния',
  'ステータスコード',
  '状态码',
  '狀態碼',
]
