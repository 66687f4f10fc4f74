// The site of an address: the one name that settings, what is known of a tab, popup and settings page go by.

/** A host name as a browser writes it, without `www.`. @param {unknown} site @returns {site is string} */
export const isSite = site => typeof site === 'string' && site.length <= 255 && /^(?:\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/.test(site)
  && !site.startsWith('www.') && site !== '__proto__';

/** The site of an address, `null` if no extension can read it. @param {string | null | undefined} address */
export function siteOf(address) {
  try {
    const url = new URL(address ?? '');
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    const site = url.hostname.replace(/\.$/, '').replace(/^(?:www\.)+(?=.)/, '');
    return isSite(site) ? site : null;
  } catch {
    return null;
  }
}
