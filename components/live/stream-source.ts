/** A stream of the server, and what this browser's tabs call it among themselves. */
export type StreamSource = {
  address: string;
  /** The lock and the channel of the tabs that share it. */
  name: string;
  /**
   * Asked when the stream was refused or the server took its leave, before it is tried again: an
   * EventSource does not tell a status. False ends the stream. Without it, it is always tried again.
   */
  mayGoOn?: () => Promise<boolean>;
};
