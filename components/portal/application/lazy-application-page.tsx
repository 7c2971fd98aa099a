"use client";

import dynamic from "next/dynamic";

/** Loaded only where somebody is signed in: the door, on the same address, does without it. */
export const LazyApplicationPage = dynamic(() =>
  import("./application-page").then((module) => module.ApplicationPage),
);
