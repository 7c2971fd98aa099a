/**
 * What a generator writes, as fast as it is read: nothing is written before somebody reads. Ends with an error
 * after `patienceMs` in which nobody read on. `onEnd` is called once, however it ends.
 */
export function streamExport(
  chunks: AsyncGenerator<Uint8Array>,
  { patienceMs, onEnd }: { patienceMs: number; onEnd: () => void },
): ReadableStream<Uint8Array> {
  let timer: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(timer);
    onEnd();
    await chunks.return(undefined);
  };
  const wait = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      controller.error(new Error("nobody reads this file"));
      end().catch(() => {});
    }, patienceMs).unref();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: wait,
      async pull(controller) {
        clearTimeout(timer);
        try {
          const { done, value } = await chunks.next();
          if (!done) controller.enqueue(value);
          else controller.close();
          if (done) await end();
          else wait(controller);
        } catch (error) {
          await end();
          throw error;
        }
      },
      cancel: end,
    },
    // Whoever only asks for the headers has not begun to read.
    { highWaterMark: 0 },
  );
}
