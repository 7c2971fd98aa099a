"use client";

import dynamic from "next/dynamic";

/** Loaded only where somebody is signed in: the door, on the same address, does without it. */
export const LazyPortalFrame = dynamic(() =>
  import("./portal-frame").then((module) => module.PortalFrame),
);
