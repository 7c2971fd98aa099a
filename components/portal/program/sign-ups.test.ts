import { expect, test } from "vitest";
import { signUpWords } from "./sign-ups";

test.each([
  [null, null, null, null],
  [null, 0, null, null],
  [null, 1200, null, "1,200 signed up"],
  [40, null, null, "40 places"],
  [40, 12, 0, "28 of 40 places free"],
  [40, 40, 0, "Full"],
  [40, 41, 3, "Full, 3 waiting"],
])(
  "of %s places, %s taken and %s waiting is told as %s",
  (capacity, signedUpCount, waitlistCount, words) => {
    const activity = {
      activityId: "act_a",
      title: "Knots",
      description: null,
      startsAt: null,
      endsAt: null,
      status: null,
      thread: null,
      place: null,
      capacityState: null,
    };
    expect(signUpWords({ ...activity, capacity, signedUpCount, waitlistCount })).toBe(words);
  },
);
