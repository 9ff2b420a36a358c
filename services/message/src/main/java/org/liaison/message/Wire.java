package org.liaison.message;

/// What gateways and hub put into each other's queues. Four kinds, framed by [Frames]; there is no fifth.
public sealed interface Wire {

    /// Gateway to hub: a message. `slip` is CMS SignedData, `content` CMS AuthEnvelopedData.
    record Envelope(Bytes slip, Bytes content) implements Wire {}

    /// Hub to receiving gateway: the same slip and content, byte for byte, with the receipt of their acceptance.
    record Delivery(Bytes slip, Bytes content, Receipt receipt) implements Wire {}

    /// Gateway to hub: evidence signed by a receiving authority.
    record Statement(Bytes evidence) implements Wire {}

    /// Hub to gateway: an entry of the log and the proof that it stands there.
    record Receipt(Bytes entry, LogProof proof) implements Wire {}
}
