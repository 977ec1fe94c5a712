/* Buffer control words of the USB controller: who may use which buffer, and when. */
#ifndef SPINDRIFT_HAL_USB_BUFFERS_H
#define SPINDRIFT_HAL_USB_BUFFERS_H

#include <stdbool.h>
#include <stdint.h>

#include "registers.h"

enum usb_pipe { PIPE_EP0_IN = 0, PIPE_EP0_OUT = 1, PIPE_BULK_IN = 2, PIPE_BULK_OUT = 3 };

enum { BUF_FULL = 0x8000, BUF_DATA1 = 0x2000, BUF_STALL = 0x0800, BUF_AVAILABLE = 0x0400, BUF_LENGTH = 0x3ff };

#define USB_CONTROL(pipe, half) (*(volatile uint16_t *)(USB_DPRAM + 0x80u + 4u * (uint32_t)(pipe) + 2u * (uint32_t)(half)))
#define USB_EP0_DATA ((volatile uint8_t *)(USB_DPRAM + 0x100u))
#define USB_BULK_IN_OFFSET 0x180u
#define USB_BULK_OUT_OFFSET 0x200u

/* Gives a buffer to the controller: the word first, AVAILABLE at least three cycles of clk_usb later (datasheet, 4.1.2.5.1). */
static inline void usb_arm(enum usb_pipe pipe, uint32_t half, uint32_t word) {
    USB_CONTROL(pipe, half) = (uint16_t)word;
    __asm volatile("b 1f\n1: b 1f\n1: b 1f\n1: b 1f\n1: b 1f\n1: b 1f\n1:" ::: "memory");
    USB_CONTROL(pipe, half) = (uint16_t)(word | BUF_AVAILABLE);
}

/* Takes both buffers of a pipe back. */
void usb_revoke(enum usb_pipe pipe);

#endif
