// Fixes that only a person can complete.

/** The fix if it is unknown which origins are meant. */
export const LIST_ORIGINS = 'list the exact origins'

/** The fix if it is unknown which origin is meant. */
export const OWN_ORIGIN = '"https://app.example.com", with your own host'

/** The fix for `http:` on an address: certificates are for names. */
export const NAME_FOR_ADDRESS = `give the server a name and a certificate: ${OWN_ORIGIN}`

/** The fix if an origin function answers that everybody may read. */
export const TRUE_INSTEAD = 'true, for this origin alone'
