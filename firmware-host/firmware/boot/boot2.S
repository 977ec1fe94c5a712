/*
 * Second boot stage: what the mask ROM copies to the end of SRAM and runs. It sets the flash up for plain reads (command 03h, one data line,
 * which every serial flash knows) and starts the image behind it. 252 bytes; the build appends the CRC that the ROM demands.
 */
    .syntax unified
    .cpu cortex-m0plus
    .thumb
    .section .boot2, "ax"
    .global boot2
    .type boot2, %function
    .thumb_func
boot2:
    ldr r3, =0x18000000              /* SSI of the flash */
    movs r0, #0
    str r0, [r3, #0x08]              /* SSIENR: off while it is set up */
    movs r0, #4
    str r0, [r3, #0x14]              /* BAUDR: clk_sys / 4 */
    ldr r0, =(31 << 16 | 3 << 8)     /* CTRLR0: 32-bit frames, read after command */
    str r0, [r3, #0x00]
    ldr r0, =(0x03 << 24 | 2 << 8 | 6 << 2) /* SPI_CTRLR0: command 03h, 8-bit command, 24-bit address */
    ldr r1, =0x180000f4
    str r0, [r1]
    movs r0, #0
    str r0, [r3, #0x04]              /* CTRLR1: one word a transfer */
    movs r0, #1
    str r0, [r3, #0x08]
    mov r0, lr
    cmp r0, #0
    bne 1f                           /* called as a function */
    ldr r0, =0x10000100
    ldr r1, =0xe000ed08              /* VTOR */
    str r0, [r1]
    ldmia r0!, {r1, r2}
    msr msp, r1
    bx r2
1:  bx lr
    .ltorg
