#ifndef SPINDRIFT_CORE_CORE_H
#define SPINDRIFT_CORE_CORE_H

#include <stddef.h>
#include <stdint.h>

/* The four calls of boot/application.h, which says what they mean. */
void core_init(void);
size_t core_received(const uint8_t *data, size_t size);
void core_usb_reset(void);
uint64_t core_poll(void);

#endif
