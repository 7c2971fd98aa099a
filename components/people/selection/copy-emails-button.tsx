import { useMutation } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import type { PeopleList } from "@/components/people/use-people-list";
import { send } from "@/components/queries/send";
import { showToast } from "@/components/ui/show-toast";
import type { EmailsView } from "@/lib/exports/emails-view";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Picked } from "@/lib/list-address/picked";
import { ACTION } from "./selection-action";

type Props = { eventId: string; kind: ListKind; list: PeopleList; picked: Picked };

/** Puts the e-mail addresses of those who are picked onto the clipboard, to be pasted into a message. */
export function CopyEmailsButton({ eventId, kind, list, picked }: Props) {
  const copying = useMutation({
    mutationFn: async () => {
      const view = await send<EmailsView>({
        method: "POST",
        path: `/api/events/${encodeURIComponent(eventId)}/emails`,
        body: { list: kind, address: list.question, picked },
      });
      await navigator.clipboard.writeText(view.emails.join(", "));
      return view;
    },
    onSuccess: (view) => showToast(sentence(view)),
    onError: (error) => showToast(`Nothing was copied. ${error.message}`),
  });
  return (
    <button
      type="button"
      onClick={() => copying.mutate()}
      disabled={copying.isPending}
      className={ACTION}
    >
      <Mail aria-hidden="true" size={15} />
      <span>
        Copy e-mail<span className="@max-2xl:sr-only"> addresses</span>
      </span>
    </button>
  );
}

/** "12 addresses copied. 3 have none." */
function sentence({ emails, without }: EmailsView): string {
  const number = (count: number) => count.toLocaleString("en-GB");
  const copied = `${number(emails.length)} ${emails.length === 1 ? "address" : "addresses"} copied.`;
  return without > 0
    ? `${copied} ${number(without)} ${without === 1 ? "has" : "have"} none.`
    : copied;
}
