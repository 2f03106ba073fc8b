// The address is without the token, as a copied link is. If this browser has opened the page before,
// it knows the token.
const known = localStorage.getItem('token')
if (location.pathname === '/' && known !== null) location.replace(`/${known}/${location.hash}`)
if (location.hash !== '') {
  document.getElementById('command').textContent = `npx strict-cors ui '${location.href}'`
  document.getElementById('link').hidden = false
}
