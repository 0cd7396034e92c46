// Sets theme and language before the first paint. A file of its own, because the content security policy
// forbids inline scripts; it runs before the styles apply, so nothing flashes.
;(function () {
  var root = document.documentElement
  var read = function (key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null // storage is blocked: the system's own settings do
    }
  }
  var theme = read('fd-theme') || 'system'
  var dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  root.lang = read('fd-locale') || (/^it\b/i.test(navigator.language) ? 'it' : 'en')
})()
