export function startAudit() {}
