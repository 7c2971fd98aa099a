import { starActivity } from "@/lib/portal/star-activity";
import { unstarActivity } from "@/lib/portal/unstar-activity";
import { handleInPortal } from "@/lib/portal-http";

export const PUT = handleInPortal((visitor, _request, { activityId = "" }) =>
  starActivity(visitor, { activityId }),
);

export const DELETE = handleInPortal((visitor, _request, { activityId = "" }) =>
  unstarActivity(visitor, { activityId }),
);
