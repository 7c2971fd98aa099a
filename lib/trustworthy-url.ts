const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/** Whether secrets may be sent to an address: over https, or over http to this very machine. */
export function isTrustworthyUrl(address: string | undefined): boolean {
  const url = address ? URL.parse(address) : null;
  if (!url || url.username || url.password) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname));
}
