"use client";

import { Bookmark, Trash2 } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { AnchoredPopup } from "@/components/ui/anchored-popup";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { MenuItem } from "@/components/ui/menu-item";
import { PopupMenu } from "@/components/ui/popup-menu";
import { showToast } from "@/components/ui/show-toast";
import { SideDrawer } from "@/components/ui/side-drawer";
import { ToastHost } from "@/components/ui/toast-host";

type Open = "menu" | "popup" | "dialog" | "drawer" | null;

/** What comes over a page, and goes again. */
export function OverlaysPart() {
  const [open, setOpen] = useState<Open>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(null), []);
  return (
    <div className="flex flex-wrap gap-3">
      <Button ref={menu} onClick={() => setOpen("menu")}>
        Menu
      </Button>
      <Button ref={popup} onClick={() => setOpen("popup")}>
        Popup
      </Button>
      <Button onClick={() => setOpen("dialog")}>Dialog</Button>
      <Button onClick={() => setOpen("drawer")}>Drawer</Button>
      <Button onClick={() => showToast("Filters cleared", { word: "Undo", run: () => {} })}>
        Toast
      </Button>
      <PopupMenu label="A menu" isOpen={open === "menu"} onClose={close} anchor={menu}>
        <MenuItem icon={Bookmark} onPress={() => {}}>
          Save as…
        </MenuItem>
        <MenuItem icon={Trash2} isDisabled onPress={() => {}}>
          Delete…
        </MenuItem>
      </PopupMenu>
      <AnchoredPopup
        open={open === "popup"}
        onClose={close}
        anchor={useCallback(() => popup.current, [])}
        title="A popup"
      >
        <p>On a phone it comes from below.</p>
      </AnchoredPopup>
      <AskingDialog open={open === "dialog"} onClose={close} title="Delete this view?">
        <p className="text-soft">Only you see it. It cannot be brought back.</p>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={close}>Keep it</Button>
          <Button look="danger" onClick={close}>
            Delete
          </Button>
        </div>
      </AskingDialog>
      <SideDrawer open={open === "drawer"} onClose={close} title="Details">
        <div className="grid justify-items-start gap-4 p-5">
          <p>What has no room beside.</p>
          <Button onClick={close}>Close</Button>
        </div>
      </SideDrawer>
      <ToastHost />
    </div>
  );
}
