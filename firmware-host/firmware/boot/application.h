/* What an image does on top of the platform: the main loop calls it, never an interrupt. */
#ifndef SPINDRIFT_BOOT_APPLICATION_H
#define SPINDRIFT_BOOT_APPLICATION_H

#include <stddef.h>
#include <stdint.h>

void core_init(void);
/* Bytes from the host. Returns how many were taken; the rest is offered again. */
size_t core_received(const uint8_t *data, size_t size);
/* The link begins anew, or is gone: LINK_RESET, reset of the bus, suspension, deconfiguration. */
void core_usb_reset(void);
/* Called after each wake-up. Returns the uptime, in microseconds, at which it must be called again at the latest. */
uint64_t core_poll(void);

#endif
