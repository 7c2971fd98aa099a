"use client";

import dynamic from "next/dynamic";

// One module for both: what they share would be loaded twice otherwise.
const signedIn = () => import("./signed-in");

/** Loaded only where somebody is signed in: the door, on the same address, does without it. */
export const LazyPortalFrame = dynamic(() => signedIn().then((module) => module.PortalFrame));

/** {@link LazyPortalFrame}. */
export const LazyApplicationPage = dynamic(() =>
  signedIn().then((module) => module.ApplicationPage),
);
