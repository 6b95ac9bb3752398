export { renderPage } from './app/render-page.js'
