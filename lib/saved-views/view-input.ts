import { z } from "zod";
import { LIST_KINDS } from "@/lib/list-address/list-fields";
import { ViewAddress } from "./view-address";

/** Which list of which event. The verb judges the event. */
export const OfList = z.object({ eventId: z.string(), list: z.enum(LIST_KINDS) });

/** Which view of it. */
export const OfView = OfList.extend({ viewId: z.uuid() });

const ViewName = z
  .string()
  .transform((name) => name.normalize().replace(/\s+/gu, " ").trim())
  .pipe(z.string().min(1, "is needed").max(80, "is too long: 80 characters at the most"))
  .refine((name) => !/\p{Cc}/u.test(name), "holds a character that nobody can see");

/** A view to be kept. `isTeam`: everybody's; `isDefault`: the list opens with it for whoever asks. */
export const NewView = OfList.extend({
  name: ViewName,
  address: ViewAddress,
  isTeam: z.boolean().default(false),
  isDefault: z.boolean().default(false),
});

/** What of a view is to change; what is absent stays. */
export const ViewPatch = OfView.extend({
  name: ViewName.optional(),
  address: ViewAddress.optional(),
  isTeam: z.boolean().optional(),
  isDefault: z.boolean().optional(),
});
