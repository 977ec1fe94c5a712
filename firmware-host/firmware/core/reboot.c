/* Reboot: OK, then the link drops and the boot identifier is another one. */
#include "front-end.h"
#include "port.h"
#include "reboot.h"
#include "safety.h"
#include "verbs.h"
#include "wake.h"

/* The answer leaves the board first. */
#define LEAVE_US 5000u

static bool wanted, to_loader;
static uint64_t at_us;

bool verb_reboot(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_Reboot *reboot = &request->body.reboot;
    if (reboot->target > spindrift_v1_RebootTarget_REBOOT_TARGET_BOOTLOADER)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "reboot: unknown target", NULL);
    bool loader = reboot->target == spindrift_v1_RebootTarget_REBOOT_TARGET_BOOTLOADER;
    if (loader && port_emulated()) return refuse(refusal, STATUS_NOT_IMPLEMENTED, "reboot: the emulated chip has no boot loader", NULL);
    if (reboot->confirm != port_boot_id())
        return refuse(refusal, STATUS_FAILED_PRECONDITION, "reboot: confirm is not the boot id in force", NULL);
    safety_make_safe();
    reply_new(spindrift_v1_DeviceToHost_reboot_reply_tag);
    call_finish(call);
    wanted = true;
    to_loader = loader;
    at_us = port_uptime_us() + LEAVE_US;
    return true;
}

void reboot_poll(void) {
    if (wanted && wake_reached(at_us)) port_reboot(to_loader);
}

bool reboot_pending(void) {
    return wanted;
}

void reboot_start(void) {
    wanted = false;
}
