/** Whether this browser says that it is in no network. */
export function isOffline(): boolean {
  return navigator.onLine === false;
}
