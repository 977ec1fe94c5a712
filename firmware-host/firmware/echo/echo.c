/* The smallest application: what comes in goes out. It proves the platform without the instrument. */
#include "application.h"
#include "timer.h"
#include "usb.h"

#define HEARTBEAT_US 250000u

static bool pending;

void core_init(void) {
}

size_t core_received(const uint8_t *data, size_t size) {
    size_t space = usb_write_space();
    size_t taken = size < space ? size : space;
    usb_write(data, taken);
    pending = true;
    return taken;
}

void core_usb_reset(void) {
    pending = false;
}

uint64_t core_poll(void) {
    if (pending) {
        pending = false;
        usb_flush();
    }
    return timer_uptime_us() + HEARTBEAT_US;
}
