/** What a certificate's page adds to the look of app/message. */
export const CERTIFICATE_STYLE = `
main { max-width: 44rem; justify-content: flex-start; }
h2 { font-size: 1.125rem; margin: 1rem 0 0; font-weight: 600; }
.seal { border: 1px solid var(--edge); border-radius: 0.625rem; background: var(--surface);
  padding: 0.75rem 1rem; color: var(--ink); font-weight: 500; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
caption { text-align: start; color: var(--soft); padding-bottom: 0.375rem; }
th, td { text-align: start; padding: 0.5rem 0.75rem 0.5rem 0; vertical-align: top;
  border-top: 1px solid color-mix(in srgb, var(--edge) 45%, transparent); overflow-wrap: anywhere; }
th { font-weight: 500; } thead th { color: var(--soft); border-top: 0; }
.number { text-align: end; padding-inline: 0.75rem 0; font-variant-numeric: tabular-nums;
  white-space: nowrap; }
pre { margin: 0; padding: 0.875rem 1rem; border: 1px solid var(--edge); border-radius: 0.625rem;
  background: var(--surface); white-space: pre-wrap; overflow-wrap: anywhere; word-break: break-all;
  font-size: 0.8125rem; line-height: 1.5; }
pre.jws { user-select: all; max-height: 14rem; overflow-y: auto; }
pre.command { word-break: normal; }
ol { margin: 0; padding-inline-start: 1.25rem; color: var(--soft); display: grid; gap: 0.625rem; }
ol a, p a { color: var(--accent); }
@media print {
  :root { color-scheme: light; --canvas: #fff; --surface: #fff; --edge: #777; --ink: #000;
    --soft: #333; --accent: #000; --on-accent: #fff; --flash: #fff; }
  main { padding: 0; max-width: none; }
  pre.jws { max-height: none; } tr, pre { break-inside: avoid; }
}
`;
