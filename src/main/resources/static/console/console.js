import { initAll } from '/govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// a page that only leads on does so by itself
if (location.pathname.startsWith('/open/')) document.querySelector('form[data-leads-on]')?.submit()
