import { AlertDialog } from "@base-ui/react/alert-dialog";
import { AskingDialog } from "@/components/ui/asking-dialog";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Failure } from "@/components/ui/failure";
import { SeatLink } from "./seat-link";
import { useDeviceLink } from "./use-team-writes";

type Props = { eventId: string; isOpen: boolean; onClose: () => void };

/** A link for another device of one's own, made when it is asked for. */
export function DeviceDialog({ eventId, isOpen, onClose }: Props) {
  const device = useDeviceLink(eventId);
  const { data: link, isPending } = device;
  function close(): void {
    device.reset();
    onClose();
  }
  return (
    <AskingDialog open={isOpen} onClose={close} title="Use your seat on another device">
      <AlertDialog.Description className="text-sm leading-relaxed">
        Open the link there: your seat, name and views are the same on both. It works for ten
        minutes. Whoever has it is you, so give it to nobody.
      </AlertDialog.Description>
      {link ? <SeatLink link={link} /> : null}
      <Failure error={device.error} />
      <div className="flex flex-wrap justify-end gap-2">
        <AlertDialog.Close className={buttonLook("plain")}>
          {link ? "Done" : "Cancel"}
        </AlertDialog.Close>
        {link ? null : (
          <Button
            look="primary"
            disabled={isPending}
            focusableWhenDisabled
            onClick={() => device.mutate()}
          >
            Make the link
          </Button>
        )}
      </div>
    </AskingDialog>
  );
}
