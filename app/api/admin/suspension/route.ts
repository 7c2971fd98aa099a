import { askAboutSuspensionNow } from "@/lib/console/ask-about-suspension";
import { handle } from "@/lib/http/handle";
import { KIB } from "@/lib/read-text";

export const POST = handle({ actor: "operator", body: 16 * KIB }, (actor, input) =>
  askAboutSuspensionNow(actor, input),
);
