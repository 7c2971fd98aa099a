import { handle } from "@/lib/http/handle";
import { starActivity } from "@/lib/portal/star-activity";
import { unstarActivity } from "@/lib/portal/unstar-activity";

export const PUT = handle({ actor: "participant" }, (visitor, _request, { activityId = "" }) =>
  starActivity(visitor, { activityId }),
);

export const DELETE = handle({ actor: "participant" }, (visitor, _request, { activityId = "" }) =>
  unstarActivity(visitor, { activityId }),
);
