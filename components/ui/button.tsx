import { Button as BaseButton } from "@base-ui/react/button";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonLook } from "./button-look";

type Props = Omit<ComponentProps<typeof BaseButton>, "className"> & {
  look?: ButtonLook;
  className?: string;
};

export function Button({ look, className = "", ...props }: Props) {
  return <BaseButton {...props} className={`${buttonLook(look)} ${className}`} />;
}
