import { cookies } from "next/headers";
import { cache } from "react";
import { findOperator } from "@/lib/operators/find-operator";
import type { OperatorActor } from "@/lib/operators/operator";
import { operatorCookieName } from "@/lib/operators/operator-cookie";

/** Which operator, if any, asks for the page that is being rendered. */
export const currentOperator = cache(async (): Promise<OperatorActor> => {
  const store = await cookies();
  return findOperator(store.get(operatorCookieName())?.value);
});
