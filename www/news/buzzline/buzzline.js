// The site's own: the cookie bar goes when it is answered.
for (const button of document.querySelectorAll('[data-close]')) {
  button.addEventListener('click', () => document.getElementById('cookies')?.remove());
}
