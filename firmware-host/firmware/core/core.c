/* The application on the platform: what the main loop calls (boot/application.h). */
#include "core.h"

#include "bit-source.h"
#include "burst.h"
#include "bus.h"
#include "calibration.h"
#include "coil-guard.h"
#include "front-end.h"
#include "header-jobs.h"
#include "lamp.h"
#include "pin-access.h"
#include "port.h"
#include "reboot.h"
#include "safety.h"
#include "sensors.h"
#include "session.h"
#include "store.h"
#include "wake.h"

/* Rounds of work in one call, before the main loop looks at USB and feeds the watchdog again. */
#define ROUNDS 8

/* The calibration memory was read; nothing of the host is listened to before. */
static bool ready;

void core_init(void) {
    wake_begin();
    ready = false;
    session_start();
    bus_start();
    store_start();
    calibration_start();
    safety_start();
    burst_start();
    coil_guard_start();
    bit_source_start();
    sensors_start();
    header_start();
    pin_access_start();
    lamp_start();
    reboot_start();
}

size_t core_received(const uint8_t *data, size_t size) {
    if (reboot_pending()) return size;
    return ready ? session_received(data, size) : 0;
}

void core_usb_reset(void) {
    session_reset();
    lamp_start();
}

static void load(void) {
    if (ready || !store_load()) return;
    calibration_restore();
    ready = true;
    wake_now();
}

uint64_t core_poll(void) {
    for (int k = 0; k < ROUNDS; k++) {
        wake_begin();
        safety_poll();
        sensors_poll();
        load();
        session_poll();
        reboot_poll();
        lamp_show();
        if (wake_due() != 0) break;
    }
    return wake_due();
}
