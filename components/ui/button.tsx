import type { ComponentProps } from "react";
import { type ButtonLook, buttonLook } from "./button-look";

type Props = ComponentProps<"button"> & {
  look?: ButtonLook;
  /** Keeps the focus while it is disabled: whoever pressed it is still here when it works again. */
  focusableWhenDisabled?: boolean;
};

export function Button(props: Props) {
  const { look, className = "", disabled, focusableWhenDisabled, onClick, ...others } = props;
  const isHeld = disabled === true && focusableWhenDisabled === true;
  return (
    <button
      type="button"
      {...others}
      disabled={disabled && !isHeld}
      aria-disabled={isHeld || undefined}
      data-disabled={isHeld ? "" : undefined}
      // A press of a button that submits is what submits a form.
      onClick={isHeld ? (event) => event.preventDefault() : onClick}
      className={`${buttonLook(look)} ${className}`}
    />
  );
}
