import { useCallback, useRef, useState } from "react";

/** A button and what it opens, which is loaded with the first press and stays, so that it can go slowly. */
export function usePopup() {
  const [isOpen, setOpen] = useState(false);
  const [wasPressed, setWasPressed] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const onClose = useCallback(() => setOpen(false), []);
  const onPress = () => {
    setWasPressed(true);
    setOpen(!isOpen);
  };
  return { isOpen, wasPressed, anchor, onClose, onPress };
}
