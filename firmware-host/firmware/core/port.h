/*
 * What the core needs of the board: hal/ provides it on the chip, test/ a fake on the computer. Nothing here waits; whatever takes longer than
 * ten microseconds is started and asked about later.
 */
#ifndef SPINDRIFT_CORE_PORT_H
#define SPINDRIFT_CORE_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Time since boot. */
uint64_t port_uptime_us(void);
/* Drawn afresh at each boot, never 0. */
uint32_t port_boot_id(void);
/* Serial number, at most 31 printable characters without a space. */
const char *port_serial(void);
/* True in the emulator, which says so in a register that silicon has not. */
bool port_emulated(void);
/* True when the watchdog restarted the chip. */
bool port_watchdog_reset(void);

/* USB: bytes in order. The ring holds at least PORT_USB_RING_BYTES; space is what can be queued now. */
#define PORT_USB_RING_BYTES 16384u
size_t port_usb_write_space(void);
void port_usb_write(const uint8_t *data, size_t size); /* size <= space */
void port_usb_flush(void);                             /* end of a burst: short packet, or an empty one */
void port_usb_stall(void);                             /* the link is beyond repair: halt both pipes until LINK_RESET */

/* Lines. */
void port_array_enable(bool on);
void port_coil_enable(bool on);
void port_led(bool on);
/* Pulses on the LED's line by hardware, until port_led: 0 < high <= period, 10 us <= period <= 100 ms. */
void port_led_pulses(uint32_t period_ns, uint32_t high_ns);
bool port_interlock_closed(void);

/* Serial chains and converters. */
void port_dac_write(uint8_t channel, uint16_t code);
void port_delay_write(uint16_t code_a, uint16_t code_b);
void port_row_mask(const uint8_t mask[8]);
void port_columns(const uint8_t mask[8], uint8_t ctrl);

/* Shots: one ticket repeated; two words a shot, the eight bytes of the comparators in order of the columns. */
bool port_shots_start(uint32_t cycles_n, uint32_t ticket, uint32_t shots, uint32_t *words);
bool port_shots_done(void);
void port_shots_stop(void);
/* Converter scan: `frames` frames of four converters, two words a frame, interleaved by bits. */
bool port_scan_start(uint32_t *words, uint32_t frames);
bool port_scan_done(void);

/* I2C: one transaction at a time. State: 0 busy, 1 done, below 0 no acknowledge or timeout. */
bool port_i2c_start(uint8_t address, const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size);
int port_i2c_state(void);
/* Its clock from the next transaction on: 100 to 400 kHz. 400 kHz after boot. */
void port_i2c_clock(uint32_t hz);

/* Temperature of the chip, thousandths of a degree. */
int32_t port_die_mdegc(void);

/* The safe state, register writes only, in the order of the board's reference. */
void port_safe(void);
void port_reboot(bool bootloader);

#endif
