import { handleInPortal } from "@/lib/http/handle-in-portal";
import { starActivity } from "@/lib/portal/star-activity";
import { unstarActivity } from "@/lib/portal/unstar-activity";

export const PUT = handleInPortal((visitor, _request, { activityId = "" }) =>
  starActivity(visitor, { activityId }),
);

export const DELETE = handleInPortal((visitor, _request, { activityId = "" }) =>
  unstarActivity(visitor, { activityId }),
);
