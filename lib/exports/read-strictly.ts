import { AppError } from "@/lib/errors";
import { readListAddress } from "@/lib/list-address/list-address";

/** Reads a list's address, and takes nothing out of it silently. Throws AppError `invalid`. */
export function readStrictly(text: string) {
  const { address, dropped } = readListAddress(new URLSearchParams(text));
  const [first] = dropped;
  if (first) {
    throw new AppError("invalid", `The list does not understand ${first.name}=${first.text}`);
  }
  return address;
}
