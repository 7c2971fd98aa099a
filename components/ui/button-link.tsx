import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonLook } from "./button-look";

type Props = Omit<ComponentProps<typeof Link>, "className"> & { look?: ButtonLook };

export function ButtonLink({ look, ...props }: Props) {
  return <Link {...props} className={buttonLook(look)} />;
}
