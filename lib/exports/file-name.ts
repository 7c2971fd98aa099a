import { trimEnd } from "@/lib/trim-end";

const LONGEST_TITLE = 80;

/**
 * The name of a file: "Harbor Convention – applications – 2026-05-12.csv". Of the event's title only what
 * every file system takes remains.
 */
export function fileName(title: string, list: string, day: string, extension: string): string {
  const name = title.slice(0, LONGEST_TITLE * 10).normalize("NFC");
  const safe = [...name.replaceAll(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|%]+/gu, " ")]
    .slice(0, LONGEST_TITLE)
    .join("")
    .replaceAll(/\s+/g, " ")
    .replace(/^[ .]+/, "");
  return `${trimEnd(safe, " .") || "Foyer"} – ${list} – ${day}.${extension}`;
}

/** A Content-Disposition (RFC 6266): the name as RFC 8187 writes it, and in ASCII for who cannot read that. */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[–—]/g, "-")
    .replaceAll(/[^\x20-\x7E]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
