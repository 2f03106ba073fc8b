import type { ConfigIssue } from '../../policy/config/config-issue.js'
import type { Edit } from '../options-text/apply-edit.js'

export function editOf(issue: ConfigIssue): Edit | null {
  return 'edit' in issue ? (issue.edit as Edit | null) : null
}
