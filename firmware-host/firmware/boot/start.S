/*
 * Vector tables and the loader. The table in flash serves only until the loader has copied the image to RAM; from then on nothing runs from
 * flash, so its speed and its cache do not matter.
 */
    .syntax unified
    .cpu cortex-m0plus
    .thumb

    .section .flash_vectors, "a"
    .word __stack_top
    .word loader
    .rept 46
    .word early_fault
    .endr

    .section .loader, "ax"
    .global loader
    .type loader, %function
    .thumb_func
loader:
    cpsid i
    /* Twice is once too many from boot2, but a debugger starts here too. */
    ldr r0, =__stack_top
    msr msp, r0
    ldr r0, =__image_load
    ldr r1, =__image_start
    ldr r2, =__image_end
1:  cmp r1, r2
    bhs 2f
    ldmia r0!, {r3}
    stmia r1!, {r3}
    b 1b
2:  ldr r0, =__image_start
    ldr r1, =0xe000ed08
    str r0, [r1]
    ldr r0, =start
    bx r0
    .ltorg

    .type early_fault, %function
    .thumb_func
early_fault:                         /* the chip is as reset left it: every pad an input, nothing to make safe */
    wfi
    b early_fault

    .section .vectors, "a"
    .word __stack_top
    .word start
    .word fault_handler              /* NMI */
    .word fault_handler              /* HardFault */
    .rept 7
    .word fault_handler
    .endr
    .word fault_handler              /* SVCall */
    .word fault_handler
    .word fault_handler
    .word fault_handler              /* PendSV */
    .word fault_handler              /* SysTick */
    .word irq_timer                  /* 0 TIMER_IRQ_0 */
    .rept 4
    .word fault_handler
    .endr
    .word irq_usb                    /* 5 USBCTRL_IRQ */
    .rept 5
    .word fault_handler
    .endr
    .word irq_dma                    /* 11 DMA_IRQ_0 */
    .rept 11
    .word fault_handler
    .endr
    .word irq_i2c                    /* 23 I2C0_IRQ */
    .rept 8
    .word fault_handler
    .endr

    .section .text.start, "ax"
    .global start
    .type start, %function
    .thumb_func
start:
    /* A hash over the stack, whose cells wake up as chance has it, goes into the boot identifier. */
    ldr r0, =__stack_limit
    ldr r1, =__stack_top
    movs r4, #0
    movs r5, #13
1:  ldmia r0!, {r3}
    rors r4, r5
    eors r4, r3
    cmp r0, r1
    blo 1b
    ldr r0, =__bss_start
    ldr r1, =__bss_end
    movs r2, #0
2:  cmp r0, r1
    bhs 3f
    stmia r0!, {r2}
    b 2b
3:  /* The stack is painted, so that its deepest use can be read later. */
    ldr r0, =__stack_limit
    ldr r1, =__stack_top
    ldr r2, =0x5afe57ac
4:  stmia r0!, {r2}
    cmp r0, r1
    blo 4b
    mov r0, r4
    bl firmware_main
5:  b 5b
    .ltorg
