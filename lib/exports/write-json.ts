import type { FileRows } from "./file-rows";

/** An array with an object for each row: the columns' names with raw values, moments in UTC. */
export async function* writeJson({ columns, batches }: FileRows): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  yield Buffer.from("[");
  for await (const rows of batches) {
    const objects = rows.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map(({ name, read }) => [name, read(row)]))),
    );
    if (objects.length > 0) {
      yield Buffer.from(`${isFirst ? "\n" : ",\n"}${objects.join(",\n")}`);
      isFirst = false;
    }
  }
  yield Buffer.from(isFirst ? "]\n" : "\n]\n");
}
