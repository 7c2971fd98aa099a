export type ToastMessage = { text: string; action?: { word: string; run: () => void } };

let waiting: ToastMessage[] = [];
let onToast: ((messages: ToastMessage[]) => void) | null = null;

/** Says shortly what has been done, at the edge of the page; `action`: how to undo it. */
export function showToast(text: string, action?: ToastMessage["action"]): void {
  waiting.push({ text, ...(action && { action }) });
  deliver();
}

/** Hands over what is to be said, now and from now on; answers the end of that. */
export function onToasts(listener: (messages: ToastMessage[]) => void): () => void {
  onToast = listener;
  deliver();
  return () => {
    onToast = null;
  };
}

function deliver(): void {
  if (!onToast || waiting.length === 0) return;
  const taken = waiting;
  waiting = [];
  onToast(taken);
}
