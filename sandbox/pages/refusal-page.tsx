/** @jsxImportSource hono/jsx */

type RefusalProps = {
  reason: string;
  integrationName?: string;
  backUrl?: string;
  switchUrl?: string;
};

/** Says in plain words why an authorization cannot go on, and where to go from here. */
export function RefusalPage({ reason, integrationName, backUrl, switchUrl }: RefusalProps) {
  return (
    <div class="narrow card">
      <h1>This is not possible</h1>
      <p class="lead">{reason}</p>
      <p class="actions">
        {backUrl && (
          <a class="button primary" href={backUrl}>
            Back to {integrationName ?? "the application"}
          </a>
        )}
        {switchUrl && <a href={switchUrl}>Be somebody else</a>}
        {!backUrl && !switchUrl && <a href="/">Revento's home page</a>}
      </p>
    </div>
  );
}
