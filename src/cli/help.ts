/** What `npx strict-cors` prints. */
export const HELP = `Usage: npx strict-cors <command> [options]

  check <url> --origin <origin>           what a browser does with the response
  audit <url>                             who gets in that should not, and what
                                          will break for those who should
  compare <url> <url> --origin <origin>   what two servers do differently
  explain [message]                       what a browser's console message means
  ui [url]                                all of this, and policies, on a page

  <command> --help   options and examples
  --version          the version of strict-cors

  npx strict-cors check http://localhost:3000/ --origin http://localhost:5173
  npx strict-cors explain "Access to fetch at 'http://localhost:3000/' …"
`
