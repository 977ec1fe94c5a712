// Where the firmware's calls through pointers can lead. A caller and its targets are written as `file:function`; scripts/firmware-report.mjs fails on a call that is
// not in here, and on a function whose address is taken and which no entry reaches.

/** Patterns of callers and of what they call. */
export const indirectCalls = [
  // call_hooks_t, by its members.
  { from: /^call\.c:settle$/, to: /:(ended(_\w+)?|header_leave)$/, why: 'hooks->ended' },
  {
    from: /^session\.c:take_frames$/,
    to: /^(?!session\.c|call\.c).*:(verb_\w+|credit|close|block_came|down_block)$/,
    why: 'verb->serve, hooks->credit, close, block',
  },
  {
    from: /^session\.c:session_poll$/,
    to: /:((\w+_)?step|run_inline|run_stream|run_vector|write_whole|send_blocks)$/,
    why: 'hooks->step',
  },
  { from: /^calibrate\.c:step$/, to: /^calibrate-\w+\.c:(bias|offsets|reference)$/, why: 'routine->run' },
  {
    from: /^self-test\.c:step$/,
    to: /^(self-test\.c:(usb_supply|logic_supply|array_temperature|worst_offset|interlock)|port\.c:port_die_mdegc)$/,
    why: 'test->measure',
  },
  {
    from: /^pin-verbs\.c:step_of$/,
    to: /^pin-access\.c:(pin_read|pin_set_function|pin_write_line)$/,
    why: 'what a call does with its pin',
  },
  // The boot ROM, which does not come back; its stack is its own business.
  { from: /^platform\.c:platform_boot_loader$/, to: /^$/, why: 'boot ROM' },
  // nanopb: streams are buffers, and no field has a callback of ours.
  { from: /^pb_decode\.c:(pb_read|pb_readbyte)$/, to: /^pb_decode\.c:buf_read$/, why: 'stream->callback' },
  { from: /^pb_encode\.c:pb_write$/, to: /^pb_encode\.c:buf_write$/, why: 'stream->callback' },
  {
    from: /^pb_(decode|encode)\.c:(decode_field|encode_field|decode_basic_field|encode_basic_field|pb_decode_inner|pb_encode)$/,
    to: /^pb_common\.c:pb_default_field_callback$/,
    why: 'descriptor->field_callback',
  },
  { from: /^pb_common\.c:pb_default_field_callback$/, to: /^$/, why: 'fields with callbacks: there are none' },
];

/** Functions that call themselves through others, and how often at most. */
export const recursion = [
  {
    member: /^pb_decode\.c:pb_read$/,
    depth: 1,
    why: 'skips by reading, in streams that are not buffers: there are none',
  },
  {
    member: /^pb_decode\.c:(pb_decode_inner|pb_message_set_to_defaults)$/,
    depth: 4,
    why: 'messages in messages: HostToDevice, OpenMultiply, MultiplyPlan, Window',
  },
  {
    member: /^pb_encode\.c:(pb_encode|pb_check_proto3_default_value)$/,
    depth: 4,
    why: 'messages in messages: DeviceToHost, HelloReply, Identity, Geometry',
  },
];

/** Functions whose address goes elsewhere than into a call: handlers, and what the entry code jumps to. */
export const entries = /:(irq_\w+|fault_handler|early_fault|start|loader)$/;
