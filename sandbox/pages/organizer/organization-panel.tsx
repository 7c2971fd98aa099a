/** @jsxImportSource hono/jsx */
import { isFormal } from "../../platform/find-organization";
import type { OrganizationRow } from "../../store/rows";
import { ActionButton } from "../action-button";

type OrganizationProps = {
  organization: OrganizationRow;
  /** The page to come back to. */
  back: string;
};

/** Whether the organization is formal and verified, and the switch that ends it (contract 7.3). */
export function OrganizationPanel({ organization, back }: OrganizationProps) {
  const formal = isFormal(organization);
  return (
    <section class="card" aria-label="Organization">
      <h2>
        <bdi>{organization.name}</bdi>
      </h2>
      <p>
        <span class={`badge ${formal ? "good" : "calm"}`}>
          {formal ? "Formal and verified" : "Informal"}
        </span>
      </p>
      <p class="hint">
        {formal
          ? "Losing the formal status ends the connections of all its events."
          : "Integrations can be connected to events of formal organizations only."}
      </p>
      <ActionButton
        action={`/organizer/organizations/${organization.id}/formal-status`}
        fields={{ formal: formal ? "no" : "yes", back }}
        tone={formal ? "danger" : "primary"}
      >
        {formal ? "Lose formal status" : "Regain formal status"}
      </ActionButton>
    </section>
  );
}
