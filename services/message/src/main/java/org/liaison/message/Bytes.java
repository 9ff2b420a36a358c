package org.liaison.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// An immutable run of bytes, equal by content. Printing it shows its length and first four bytes, never the content.
public final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /// Takes the array over without copying: the caller must not touch it again.
    public static Bytes owned(byte[] content) {
        return new Bytes(content);
    }

    public static Bytes ofUtf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Bytes ofBase64(String text) {
        return new Bytes(Base64.getDecoder().decode(text));
    }

    public static Bytes ofHex(String text) {
        return new Bytes(HexFormat.of().parseHex(text));
    }

    public int size() {
        return content.length;
    }

    public byte[] toArray() {
        return content.clone();
    }

    public InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    /// A read-only view, without a copy.
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    /// Without a copy, which a digest of a read-only buffer would make.
    void feed(MessageDigest digest) {
        digest.update(content);
    }

    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    public Digest sha256() {
        return Digest.ofContent(this);
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(content);
    }

    public String toHex() {
        return HexFormat.of().formatHex(content);
    }

    public String utf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        String start = HexFormat.of().formatHex(content, 0, Math.min(4, content.length));
        return content.length + " bytes " + start + (content.length > 4 ? "..." : "");
    }
}
