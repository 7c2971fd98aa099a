import { CircleCheck, SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { EmailMatchView } from "@/lib/participants/email-match-view";

type Props = {
  kind: ListKind;
  report: EmailMatchView;
  /** Pieces of what was pasted that are no addresses. */
  unread: readonly string[];
  onClose: () => void;
  onBack: () => void;
};

const counted = (number: number, one: string, more: string) =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? one : more}`;

/** How many of the pasted addresses were found, and a list of those that were not. */
export function PasteEmailsReport({ kind, report, unread, onClose, onBack }: Props) {
  const people = new Set(report.matched.map(({ participantId }) => participantId)).size;
  const missing = [...report.notFound, ...unread];
  const isFound = people > 0;
  const Icon = isFound ? CircleCheck : SearchX;
  const who = kind === "applications" ? "application" : "participant";
  return (
    <div className="grid gap-4">
      <p role="status" className="flex items-start gap-2.5 text-sm leading-relaxed">
        <Icon
          aria-hidden="true"
          size={20}
          className={`shrink-0 ${isFound ? "text-approved" : "text-soft"}`}
        />
        {isFound
          ? `${counted(people, who, `${who}s`)} selected.${missing.length === 0 ? " Every address was found." : ""}`
          : "Nobody here has one of these addresses. What was selected before still is."}
      </p>
      {missing.length > 0 ? <Missing missing={missing} unread={unread.length} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        {missing.length > 0 ? (
          <>
            <Button onClick={onBack}>Back</Button>
            <CopyButton text={missing.join("\n")} word="Copy not found" />
          </>
        ) : null}
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}

function Missing({ missing, unread }: { missing: readonly string[]; unread: number }) {
  const strange = unread > 0 ? ` (${counted(unread, "is no address", "are no addresses")})` : "";
  return (
    <section aria-label="Not found" className="grid gap-1.5">
      <h3 className="font-medium text-sm">
        {counted(missing.length, "was", "were")} not found{strange}
      </h3>
      <textarea
        readOnly
        aria-label="Not found"
        value={missing.join("\n")}
        rows={Math.min(8, missing.length + 1)}
        className="w-full resize-none rounded-md bg-sunken px-3 py-2 text-sm"
      />
    </section>
  );
}
