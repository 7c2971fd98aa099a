/** @jsxImportSource hono/jsx */
import { PageFrame } from "./page-frame";

type RefusalProps = { reason: string; backUrl?: string; switchUrl?: string };

/** Says in plain words why an authorization cannot go on, and where to go from here. */
export function RefusalPage({ reason, backUrl, switchUrl }: RefusalProps) {
  return (
    <PageFrame title="This is not possible">
      <h1>This is not possible</h1>
      <p>{reason}</p>
      {backUrl && (
        <p>
          <a class="button" href={backUrl}>
            Back to the application
          </a>
        </p>
      )}
      {switchUrl && (
        <p>
          <a href={switchUrl}>Be somebody else</a>
        </p>
      )}
    </PageFrame>
  );
}
