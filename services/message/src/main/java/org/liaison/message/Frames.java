package org.liaison.message;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.message.Wire.Delivery;
import org.liaison.message.Wire.Envelope;
import org.liaison.message.Wire.Receipt;
import org.liaison.message.Wire.Statement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The bytes of a [Wire]: `LSN1`, one letter for its kind, then each part as a four-byte big-endian
/// length and its bytes. Content is never re-encoded, so it travels at its own size.
public final class Frames {

    private static final byte[] MAGIC = {'L', 'S', 'N', '1'};
    private static final int MAX_PARTS = 3;

    private Frames() {}

    public static Bytes write(Wire wire) {
        return switch (wire) {
            case Envelope(Bytes slip, Bytes content) -> frame('E', slip, content);
            case Delivery(Bytes slip, Bytes content, Receipt receipt) ->
                frame('D', slip, content, receiptJson(receipt));
            case Statement(Bytes evidence) -> frame('S', evidence);
            case Receipt receipt -> frame('R', receiptJson(receipt));
        };
    }

    public static Reading<Wire> read(Bytes frame) {
        ByteBuffer in = frame.buffer();
        try {
            for (byte letter : MAGIC)
                if (in.get() != letter) return new Garbled<>("the frame does not begin with LSN1");
            char kind = (char) in.get();
            List<Bytes> parts = parts(in);
            return switch (kind) {
                case 'E' -> count(parts, 2, () -> new Clear<>(new Envelope(parts.get(0), parts.get(1))));
                case 'D' ->
                    count(parts, 3, () -> switch (readReceipt(parts.get(2))) {
                        case Clear<Receipt>(Receipt receipt) ->
                            new Clear<>(new Delivery(parts.get(0), parts.get(1), receipt));
                        case Garbled<Receipt>(String problem) -> new Garbled<>(problem);
                    });
                case 'S' -> count(parts, 1, () -> new Clear<>(new Statement(parts.getFirst())));
                case 'R' ->
                    count(parts, 1, () -> switch (readReceipt(parts.getFirst())) {
                        case Clear<Receipt>(Receipt receipt) -> new Clear<>(receipt);
                        case Garbled<Receipt>(String problem) -> new Garbled<>(problem);
                    });
                default -> new Garbled<>("the frame is of no known kind");
            };
        } catch (BufferUnderflowException e) {
            return new Garbled<>("the frame ends too early");
        } catch (IllegalArgumentException e) {
            return new Garbled<>(String.valueOf(e.getMessage()));
        }
    }

    /// The receipt as JSON, the form in which it is kept and exported.
    public static Bytes receiptJson(Receipt receipt) {
        LogProof proof = receipt.proof();
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("entry", receipt.entry().toArray());
        json.put("index", proof.index());
        json.put("salt", proof.salt().toBase64());
        json.put("treeSize", proof.treeSize());
        ArrayNode path = json.putArray("path");
        proof.path().forEach(node -> path.add(node.value().toBase64()));
        json.put("checkpoint", proof.checkpoint().utf8());
        return StrictJson.write(json);
    }

    public static Reading<Receipt> readReceipt(Bytes json) {
        return StrictJson.read(
                json,
                "receipt",
                receipt -> new Receipt(
                        receipt.as("entry", Bytes::ofBase64),
                        new LogProof(
                                receipt.number("index"),
                                receipt.as("salt", Bytes::ofBase64),
                                receipt.number("treeSize"),
                                receipt.listAs("path", node -> new Digest(Bytes.ofBase64(node))),
                                Bytes.ofUtf8(receipt.text("checkpoint")))));
    }

    private static Bytes frame(char kind, Bytes... parts) {
        int size = MAGIC.length + 1;
        for (Bytes part : parts) size = Math.addExact(size, 4 + part.size());
        ByteBuffer out = ByteBuffer.allocate(size).put(MAGIC).put((byte) kind);
        for (Bytes part : parts) out.putInt(part.size()).put(part.buffer());
        return Bytes.owned(out.array());
    }

    private static List<Bytes> parts(ByteBuffer in) {
        List<Bytes> parts = new ArrayList<>(MAX_PARTS);
        while (in.hasRemaining()) {
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
            if (parts.size() == MAX_PARTS) throw new IllegalArgumentException("the frame has too many parts");
            byte[] part = new byte[length];
            in.get(part);
            parts.add(Bytes.owned(part));
        }
        return parts;
    }

    private static Reading<Wire> count(
            List<Bytes> parts, int expected, java.util.function.Supplier<Reading<Wire>> reading) {
        return parts.size() == expected ? reading.get() : new Garbled<>("the frame has the wrong number of parts");
    }
}
