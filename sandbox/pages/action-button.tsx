/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from "hono/jsx";

type ActionProps = PropsWithChildren<{
  action: string;
  fields?: Record<string, string>;
  tone?: "primary" | "danger" | "plain";
  method?: "post" | "get";
}>;

/** A form that is one button. */
export function ActionButton({ action, fields, tone, method, children }: ActionProps) {
  return (
    <form method={method ?? "post"} action={action} class="inline">
      {Object.entries(fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={tone === "plain" ? undefined : tone}>
        {children}
      </button>
    </form>
  );
}
