import type { FIREFOX_LANGUAGES } from './firefox-languages.js'

/** Firefox in the languages with other scripts. */
export const FIREFOX_SCRIPTS: typeof FIREFOX_LANGUAGES = [
  {
    heads: ['чтение удалённого ресурса на {url}', 'чтение удаленного ресурса на {url}'],
    reasons: {
      'allow-origin-missing': [
        'отсутствует заголовок CORS Access-Control-Allow-Origin',
        'заголовок CORS Access-Control-Allow-Origin отсутствует',
      ],
      'allow-origin-multiple': ['несколько заголовков CORS'],
      'allow-origin-mismatch': ['Access-Control-Allow-Origin не совпадает с {headerValue}'],
      'allow-origin-wildcard-with-credentials': [
        '[Учётные данные не поддерживаются], если заголовок CORS Access-Control-Allow-Origin установлен в {headerValue}',
      ],
      'allow-credentials-not-true': ['Access-Control-Allow-Credentials ожидалось true'],
      'preflight-redirected': ['Внешнее перенаправление запроса CORS'],
      'preflight-status-not-ok': ['неудача ответа CORS preflight', 'неудача канала CORS preflight'],
      'allow-methods-invalid': [
        'некорректный токен {headerValue} [в заголовке CORS Access-Control-Allow-Methods]',
      ],
      'allow-headers-invalid': [
        'некорректный токен {headerValue} [в заголовке CORS Access-Control-Allow-Headers]',
      ],
      'method-not-in-allow-methods': [
        'Не найден метод в заголовке CORS Access-Control-Allow-Methods',
      ],
      'header-not-in-allow-headers': [
        'заголовок {header} [не разрешён согласно заголовку Access-Control-Allow-Headers]',
        'отсутствует токен {header} [в заголовке CORS Access-Control-Allow-Headers]',
      ],
      'authorization-under-wildcard': [
        'заголовок Authorization не',
        'Authorization не охватывается',
      ],
      'scheme-not-http': ['запрос CORS выполнен не по http', 'запрос CORS не http'],
      unspecific: ['не удалось выполнить запрос CORS', 'заголовок CORS Origin'],
      'cors-switched-off': ['Причина: CORS отключен', 'Причина: CORS отключён', 'CORS отключен'],
    },
  },
  {
    heads: ['同一生成元ポリシーにより、間もなく {url}', '同一生成元ポリシーにより、{url}'],
    reasons: {
      'allow-origin-missing': ['Access-Control-Allow-Origin が足りない'],
      'allow-origin-multiple': ['複数の CORS ヘッダー'],
      'allow-origin-mismatch': [
        'Access-Control-Allow-Origin が {headerValue} と異なる',
        'Access-Control-Allow-Origin が {headerValue} と一致しない',
      ],
      'allow-origin-wildcard-with-credentials': [
        'Access-Control-Allow-Origin が {headerValue} である場合、認証情報はサポートされない',
      ],
      'allow-credentials-not-true': ['Access-Control-Allow-Credentials は true であるべき'],
      'preflight-redirected': ['CORS 要求の外部リダイレクト'],
      'preflight-status-not-ok': [
        'CORS プリフライト応答が継承されていない',
        'CORS プリフライト応答が成功しなかった',
        'CORS プリフライトチャンネルが',
        'CORS プリフライト応答が',
      ],
      'allow-methods-invalid': [
        '[Access-Control-Allow-Methods に不正なトークン] {headerValue} が含まれる',
      ],
      'allow-headers-invalid': [
        '[Access-Control-Allow-Headers に不正なトークン] {headerValue} が含まれる',
      ],
      'method-not-in-allow-methods': ['Access-Control-Allow-Methods にメソッドが見つからない'],
      'header-not-in-allow-headers': [
        'Access-Control-Allow-Headers によりヘッダー {header} [が許可されていない]',
        'Access-Control-Allow-Headers にトークン {header} [が足りない]',
      ],
      'authorization-under-wildcard': ['Authorization ヘッダーは対象にならない'],
      'scheme-not-http': ['CORS 要求が http でない'],
      unspecific: ['CORS 要求が成功しなかった', 'CORS ヘッダー Origin'],
      'cors-switched-off': ['CORS が無効', 'CORS は無効'],
    },
  },
  {
    heads: [
      '同源策略禁止读取位于 {url}',
      '同源策略即将禁止读取位于 {url}',
      '同源政策不允許讀取 {url}',
    ],
    reasons: {
      'allow-origin-missing': [
        'CORS 头缺少 Access-Control-Allow-Origin',
        '缺少 CORS 头 Access-Control-Allow-Origin',
        '缺少 CORS Access-Control-Allow-Origin',
      ],
      'allow-origin-multiple': ['不允许有多个 Access-Control-Allow-Origin', '不允许有多个'],
      'allow-origin-mismatch': [
        'Access-Control-Allow-Origin 不匹配 {headerValue}',
        'Access-Control-Allow-Origin 与 {headerValue} 不匹配',
      ],
      'allow-origin-wildcard-with-credentials': [
        '凭据不支持，如果 CORS 头 Access-Control-Allow-Origin 为 {headerValue}',
        'CORS 头 Access-Control-Allow-Origin 为 {headerValue}',
      ],
      'allow-credentials-not-true': ['Access-Control-Allow-Credentials 预期为 true'],
      'preflight-redirected': ['不允许 CORS 请求外部重定向'],
      'preflight-status-not-ok': [
        'CORS 预检响应未能成功',
        'CORS 预检通道未能成功',
        'CORS 预检响应未成功',
      ],
      'allow-methods-invalid': ['Access-Control-Allow-Methods 中的令牌 {headerValue} 无效'],
      'allow-headers-invalid': ['Access-Control-Allow-Headers 中的令牌 {headerValue} 无效'],
      'method-not-in-allow-methods': ['找不到 CORS 头中的 Access-Control-Allow-Methods'],
      'header-not-in-allow-headers': [
        'Access-Control-Allow-Headers，不允许使用头 {header}',
        'CORS 预检通道的 CORS 头 Access-Control-Allow-Headers 缺少令牌 {header}',
      ],
      'authorization-under-wildcard': ['Authorization头并未被包含', 'Authorization 头并未被包含'],
      'scheme-not-http': ['CORS 请求不是 http'],
      unspecific: ['CORS 请求未能成功', 'CORS 请求未成功', 'CORS 头 Origin', '无法添加 CORS 头'],
      'cors-switched-off': ['CORS 被禁用', 'CORS 已禁用', '原因:CORS 已被禁用'],
    },
  },
]
